import { IncomingMessage, ServerResponse } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { Socket } from "node:net";

/** A whole answer, held in memory. */
export interface Captured {
  status: number;
  header(name: string): string | null;
  body: Buffer;
}

/** A response that nobody is connected to: what is written to it is collected. */
class CapturedResponse extends ServerResponse {
  readonly #chunks: Buffer[] = [];
  #sent = false;
  readonly done: Promise<Captured>;
  readonly #resolve: (captured: Captured) => void;

  constructor(request: IncomingMessage) {
    super(request);
    let resolve: (captured: Captured) => void = () => undefined;
    this.done = new Promise((settle) => (resolve = settle));
    this.#resolve = resolve;
    Object.defineProperty(this, "headersSent", { get: () => this.#sent });
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.at(-1);
    if (typeof headers === "object" && headers !== null && !Array.isArray(headers)) {
      for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
    }
    this.#sent = true;
    return this;
  }

  override flushHeaders(): void {
    this.#sent = true;
  }

  override write(chunk: unknown, encoding?: unknown, written?: unknown): boolean {
    this.#sent = true;
    this.#keep(chunk);
    const callback = typeof encoding === "function" ? encoding : written;
    if (typeof callback === "function") queueMicrotask(() => callback(null));
    return true;
  }

  override end(chunk?: unknown, encoding?: unknown, ended?: unknown): this {
    if (this.finished) return this;
    if (typeof chunk !== "function") this.#keep(chunk);
    this.#sent = true;
    this.finished = true;
    this.#resolve({
      status: this.statusCode,
      header: (name) => this.getHeader(name)?.toString() ?? null,
      body: Buffer.concat(this.#chunks),
    });
    const callback = [chunk, encoding, ended].find((argument) => typeof argument === "function");
    queueMicrotask(() => {
      if (typeof callback === "function") callback();
      this.emit("finish");
      this.emit("close");
    });
    return this;
  }

  #keep(chunk: unknown): void {
    if (typeof chunk === "string") this.#chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
  }
}

/**
 * Asks `handle` for a page on nobody's behalf: the request consists of the address and the given headers, without cookies or
 * anything else of a reader, so the answer can depend on nothing but the address. Throws when it takes longer than `limitMs`.
 */
export async function captureAnswer(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  address: string,
  headers: IncomingHttpHeaders,
  limitMs: number,
): Promise<Captured> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: "GET", url: address, headers, httpVersion: "1.1", complete: true });
  request.push(null);
  const response = new CapturedResponse(request);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      response.emit("close");
      reject(new Error(`Rendering ${address} took longer than ${limitMs} ms.`));
    }, limitMs);
  });
  const failed = new Promise<never>((_, reject) => {
    handle(request, response).catch(reject);
  });
  return Promise.race([response.done, late, failed]).finally(() => clearTimeout(timer));
}
