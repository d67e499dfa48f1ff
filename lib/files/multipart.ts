/** One part of a form that arrives as a stream; its body must be read before the next part is asked for, or is passed over. */
export type FormPart = {
  readonly name: string;
  /** Null for a field that is no file. */
  readonly fileName: string | null;
  readonly body: AsyncIterable<Uint8Array>;
};

/** Thrown for a body that is not what its Content-Type says, or that breaks off. */
export class MalformedForm extends Error {}

const longestHead = 16_384;
const lineEnd = Buffer.from("\r\n");

/** The boundary of a `multipart/form-data` body (RFC 7578, RFC 2046 §5.1.1); null for other types. */
export function boundaryOf(contentType: string | null): string | null {
  const match = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? "",
  );
  return match?.[1] ?? match?.[2] ?? null;
}

/**
 * Reads a form of any size piece by piece: no more than a piece and the head of a part are in memory. Throws `MalformedForm`
 * when the body is no form with this boundary.
 */
export async function* formParts(
  chunks: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<FormPart> {
  const reader = new FormReader(chunks, boundary);
  // What stands before the first boundary is no part.
  for await (const _ of reader.untilBoundary());
  while (await reader.hasPart()) {
    const head = await reader.head();
    const body = reader.untilBoundary();
    yield { ...namesIn(head), body };
    for await (const _ of body);
  }
}

class FormReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #delimiter: Buffer;
  /** What has arrived and is not read. The first boundary may stand without a line before it. */
  #rest: Buffer = lineEnd;

  constructor(chunks: AsyncIterable<Uint8Array>, boundary: string) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#delimiter = Buffer.from(`\r\n--${boundary}`);
  }

  async #fetch(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    if (done) throw new MalformedForm("The form breaks off.");
    this.#rest = this.#rest.length === 0 ? Buffer.from(value) : Buffer.concat([this.#rest, value]);
  }

  /** What comes before the next boundary, which is read too. */
  async *untilBoundary(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const found = this.#rest.indexOf(this.#delimiter);
      if (found >= 0) {
        const last = this.#rest.subarray(0, found);
        this.#rest = this.#rest.subarray(found + this.#delimiter.length);
        if (last.length > 0) yield last;
        return;
      }
      // The end of what is here may be the beginning of a boundary.
      const sure = this.#rest.length - this.#delimiter.length;
      if (sure > 0) {
        const piece = this.#rest.subarray(0, sure);
        this.#rest = this.#rest.subarray(sure);
        yield piece;
      }
      await this.#fetch();
    }
  }

  /** Whether another part follows the boundary just read; the last one ends with two hyphens. */
  async hasPart(): Promise<boolean> {
    while (this.#rest.length < 2) await this.#fetch();
    return this.#rest.subarray(0, 2).toString("latin1") !== "--";
  }

  /** The lines between a boundary and the body of its part. */
  async head(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf("\r\n\r\n");
      if (end >= 0) {
        const head = this.#rest.subarray(0, end).toString("utf8");
        this.#rest = this.#rest.subarray(end + 4);
        return head;
      }
      if (this.#rest.length > longestHead)
        throw new MalformedForm("A part of the form has no end to its head.");
      await this.#fetch();
    }
  }
}

/** The name of the field and of its file. Browsers write a quotation mark in them as %22 (HTML, multipart/form-data encoding). */
function namesIn(head: string): { name: string; fileName: string | null } {
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? "";
  const value = (key: string) =>
    new RegExp(`;\\s*${key}="([^"]*)"`, "i").exec(disposition)?.[1]?.replaceAll("%22", '"') ?? null;
  const fileName = value("filename");
  return { name: value("name") ?? "", fileName: fileName === null ? null : tidyFileName(fileName) };
}

/** The last part of a path, without what no file name should hold, at most 200 characters long. */
function tidyFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return last
    .replaceAll(/\p{Cc}/gu, "")
    .trim()
    .slice(-200);
}
