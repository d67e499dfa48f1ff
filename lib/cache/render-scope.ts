import { AsyncLocalStorage } from "node:async_hooks";

/** What one request's rendering tells the server that asked for it. */
export interface RenderScope {
  /** What the page was made from; a page that names nothing is never kept. */
  readonly tags: Set<string>;
  /** A status that Next has no word for. */
  status: number | null;
  /** After how many seconds it is worth asking again; null where nothing keeps anybody from it. */
  retryAfterSeconds: number | null;
  /** Whether a signed-in curator asks: never for what is shown, only for whose turn it is. */
  isForCurator: boolean;
  /** Whether the page does something in the browser beyond what HTML does. */
  scripted: boolean;
  /** How many bytes a route handler sends; null where it does not say. */
  bodyBytes: number | null;
}

// The server and Next's bundle each load this module; both must meet in the same storage.
declare global {
  var archiveRenderScope: AsyncLocalStorage<RenderScope> | undefined;
}
const storage = (globalThis.archiveRenderScope ??= new AsyncLocalStorage());

/** A scope in which nothing has been rendered yet. */
export const emptyScope = (isForCurator = false): RenderScope => ({
  tags: new Set(),
  status: null,
  retryAfterSeconds: null,
  isForCurator,
  scripted: true,
  bodyBytes: null,
});

/** Runs the rendering of one request; all that it calls, however late, reports to `scope`. */
export function inScope<Result>(scope: RenderScope, render: () => Result): Result {
  return storage.run(scope, render);
}

/**
 * Names what the page being rendered depends on: it is kept until one of these tags expires (see `expireTags`). To be called by
 * loaders, also before answering that something does not exist. Outside a request it does nothing.
 */
export function dependsOn(...tags: string[]): void {
  const scope = storage.getStore();
  for (const tag of tags) scope?.tags.add(tag);
}

/**
 * Gives the page being rendered the status 410 Gone (RFC 9110, 15.5.11), for which Next has no call of its own; the page goes on to
 * draw its tombstone. To be called before the first `<Suspense>` of the page, as `notFound()` is.
 */
export function answerGone(): void {
  const scope = storage.getStore();
  if (scope) scope.status = 410;
}

/**
 * Gives the page being rendered the status 503 Service Unavailable (RFC 9110, 15.6.4) or 429 Too Many Requests (RFC 6585, 4) and
 * says after how many seconds it is worth trying again; the page goes on to explain. To be called as `answerGone` is.
 */
export function answerLater(status: 429 | 503, retryAfterSeconds: number): void {
  const scope = storage.getStore();
  if (!scope) return;
  scope.status = status;
  scope.retryAfterSeconds = retryAfterSeconds;
}

/** Whether the present request comes from a signed-in curator, as the server found before it was passed on. */
export const isForCurator = (): boolean => storage.getStore()?.isForCurator ?? false;

/**
 * Says that the page being rendered has no client component, so that Next's scripts and the data they would read can be left out of
 * the kept page. A page with one must not call this: its component would not come to life.
 */
export function answerWithoutScripts(): void {
  const scope = storage.getStore();
  if (scope) scope.scripted = false;
}

/**
 * Says how many bytes the body has that a route handler answers with: Next takes the header `Content-Length` from its answers, and
 * the server puts it back unless the body is compressed on its way.
 */
export function answerWithBytes(length: number): void {
  const scope = storage.getStore();
  if (scope) scope.bodyBytes = length;
}
