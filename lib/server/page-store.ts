import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { ByteLru } from "@/lib/cache/byte-lru";
import { emptyScope, inScope } from "@/lib/cache/render-scope";
import type { RenderScope } from "@/lib/cache/render-scope";
import { isFresh, isTrusted, tagClock } from "@/lib/cache/tag-clock";
import type { Captured } from "./captured-response";
import { hashScripts, removeScripts } from "./page-scripts";
import type { PublishedPage } from "./page-scripts";
import { contentSecurityPolicy, freshNonce } from "./security-headers";

/** A finished answer, as it is sent to everyone who asks for its address. */
export interface StoredPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly body: Buffer;
  /** Null for a page that is sent once: it is compressed for those who read that. */
  readonly gzipped: Buffer | null;
  readonly tags: readonly string[];
  /** The tag clock's reading before the first read that went into the page. */
  readonly stamp: number;
  readonly bytes: number;
}

/** Renders the page at an address; its inline scripts carry the nonce. */
export type RenderPage = (address: string, nonce: string) => Promise<Captured>;

/** What a page costs besides its text: its key, headers and tags, roughly. */
const overheadBytes = 2_000;

/** Next's own address of the page that says that nothing is found. */
const nowhere = "/_not-found";

/** Whoever keeps a copy asks before showing it, so an edit is seen by the next request also behind a proxy. */
const shared = "public, max-age=0, must-revalidate";
/** What somebody searched for is no proxy's business. */
const unshared = "private, no-cache";

const keptStatuses = new Set([200, 404, 410, 429, 308, 301]);

type Making = {
  /** Whether the answer may be kept for those who ask after this one. */
  readonly keep?: boolean;
  /** Whether it is made for a signed-in curator, whose turn comes earlier; what is made is the same. */
  readonly isForCurator?: boolean;
};

/**
 * Keeps whole public pages. An entry is shown only while none of the tags it was made from has expired since its rendering began
 * and while news from other processes arrives; a page that changed during its own rendering is sent but not kept.
 */
export class PageStore {
  readonly #pages: ByteLru<StoredPage>;
  /** Refusals have a small room of their own, so that invented addresses cannot push out pages. */
  readonly #refusals: ByteLru<StoredPage>;
  readonly #rendering = new Map<string, { stamp: number; page: Promise<StoredPage> }>();
  readonly #render: RenderPage;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(limitBytes: number, render: RenderPage, headers: Readonly<Record<string, string>>) {
    this.#pages = new ByteLru(limitBytes);
    this.#refusals = new ByteLru(limitBytes / 8);
    this.#render = render;
    this.#headers = headers;
  }

  /** Bytes and number of the answers held. */
  get held(): { bytes: number; pages: number } {
    return {
      bytes: this.#pages.bytes + this.#refusals.bytes,
      pages: this.#pages.size + this.#refusals.size,
    };
  }

  /** The kept answer for the address if it may be shown now, else null. */
  find(address: string): StoredPage | null {
    if (!isTrusted()) return null;
    const page = this.#pages.get(address) ?? this.#refusals.get(address);
    if (!page) return null;
    if (isFresh(page.tags, page.stamp)) return page;
    this.#forget(address);
    return null;
  }

  /**
   * Renders the answer for the address and keeps it when it may be kept. Requests that arrive during a rendering share it, unless
   * anything expired since it began: what it has read could then be older than what the newcomer must see.
   */
  async make(address: string, { keep = true, isForCurator = false }: Making = {}): Promise<StoredPage> {
    // A reader's rendering may end in a refusal that a curator's would not meet.
    const key = isForCurator ? `curator ${address}` : address;
    const running = this.#rendering.get(key);
    if (running && running.stamp === tagClock.now && isTrusted()) return running.page;
    const stamp = tagClock.now;
    const page = this.#makeNow(address, stamp, keep, emptyScope(isForCurator));
    const own = { stamp, page };
    this.#rendering.set(key, own);
    try {
      return await page;
    } finally {
      if (this.#rendering.get(key) === own) this.#rendering.delete(key);
    }
  }

  async #makeNow(address: string, stamp: number, keep: boolean, scope: RenderScope): Promise<StoredPage> {
    const nonce = freshNonce();
    const captured = await inScope(scope, () => this.#renderWhole(address, nonce));
    const status = captured.status === 200 ? (scope.status ?? 200) : captured.status;
    // Who follows a redirect does not read its body.
    const text = captured.header("location") === null ? captured.body.toString("utf8") : "";
    const published = scope.scripted ? hashScripts(text, nonce) : removeScripts(text, nonce);
    const page = this.#finish({ ...captured, status }, published, scope, stamp, keep);
    if (
      keep &&
      isTrusted() &&
      page.tags.length > 0 &&
      keptStatuses.has(status) &&
      isFresh(page.tags, stamp)
    ) {
      this.#forget(address);
      (status === 200 ? this.#pages : this.#refusals).set(address, page);
    }
    return page;
  }

  /**
   * When a page finds that it does not exist, Next sends an empty shell that only a script fills. The page for addresses that lead
   * nowhere is whole, so it is sent instead.
   */
  async #renderWhole(address: string, nonce: string): Promise<Captured> {
    const captured = await this.#render(address, nonce);
    const isShell = captured.body.includes('<html id="__next_error__"');
    if (isShell && captured.status === 404) return this.#render(nowhere, nonce);
    if (isShell && captured.status >= 500) throw new Error(`Rendering ${address} failed.`);
    return captured;
  }

  #forget(address: string): void {
    this.#pages.delete(address);
    this.#refusals.delete(address);
  }

  #finish(
    captured: Captured,
    published: PublishedPage,
    { tags, retryAfterSeconds }: RenderScope,
    stamp: number,
    keep: boolean,
  ): StoredPage {
    const type = captured.header("content-type") ?? "text/html; charset=utf-8";
    const { html, scriptSources } = published;
    const body = Buffer.from(html);
    const gzipped = keep ? gzipSync(body) : null;
    const location = captured.header("location");
    const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
    const headers = {
      ...this.#headers,
      "Content-Type": type,
      "Cache-Control": captured.status < 500 ? (keep ? shared : unshared) : "no-store",
      "Content-Security-Policy": contentSecurityPolicy(scriptSources, false),
      Vary: "Accept-Encoding, RSC, Next-Router-State-Tree, Next-Router-Prefetch",
      ETag: etag,
      ...(location === null ? {} : { Location: location }),
      ...(retryAfterSeconds === null ? {} : { "Retry-After": String(retryAfterSeconds) }),
    };
    const bytes = body.length + (gzipped?.length ?? 0) + overheadBytes;
    return { status: captured.status, headers, etag, body, gzipped, tags: [...tags], stamp, bytes };
  }
}
