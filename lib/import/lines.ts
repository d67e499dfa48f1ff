import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

/** A line of the file: its words, or why it could not be read. `number` counts from 1, as editors do. */
export type FileLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly problem: string };

/** The file ends before its compressed data does, or the data is damaged; lines before that place were given out. */
export class DamagedFile extends Error {
  override name = "DamagedFile";
}

/** Bytes of compressed data handed on at a time; zlib makes at most a thousand times as many of them. */
const readSize = 16 * 1024;

const lineFeed = 0x0a;

/** Longest line that is read, in bytes, unless the caller says otherwise. */
const longestLine = 32 * 2 ** 20;

/**
 * The lines of a UTF-8 text file, gzip-compressed or not (told by its first bytes), one at a time, so that neither a large file
 * nor a compressed bomb needs more memory than one line of at most `limit` bytes. Blank lines are left out, a byte order mark
 * and carriage returns dropped. Throws `DamagedFile` at the place where compressed data stops making sense, or where a file
 * named .gz holds none, and what the file
 * system says when the file cannot be opened.
 */
export async function* fileLines(path: string, limit = longestLine): AsyncGenerator<FileLine> {
  let number = 1;
  let kept: Buffer[] = [];
  let length = 0;
  const take = () => {
    const line = length > limit ? tooLong(number, limit) : decoded(number, Buffer.concat(kept));
    number += 1;
    kept = [];
    length = 0;
    return line;
  };
  const keep = (part: Buffer) => {
    length += part.length;
    if (length <= limit) kept.push(part);
    else kept = [];
  };
  let damage: unknown;
  try {
    for await (const chunk of plainBytes(path)) {
      let start = 0;
      for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
        keep(chunk.subarray(start, end));
        start = end + 1;
        const line = take();
        if (line) yield line;
      }
      keep(chunk.subarray(start));
    }
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    damage = error;
  }
  // Half a line at the place of damage is no record.
  if (damage) throw damage;
  const last = length > 0 ? take() : null;
  if (last) yield last;
}

const tooLong = (number: number, limit: number): FileLine => ({
  number,
  problem: `The line is longer than ${limit.toLocaleString("en")} bytes.`,
});

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(number: number, bytes: Buffer): FileLine | null {
  try {
    const text = utf8
      .decode(bytes)
      .replace(number === 1 ? /^\uFEFF/ : "", "")
      .trim();
    return text ? { number, text } : null;
  } catch {
    return { number, problem: "The line is not UTF-8." };
  }
}

async function* plainBytes(path: string): AsyncGenerator<Buffer> {
  const file: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: readSize });
  let inflate: ReturnType<typeof inflater> | undefined;
  let isFirst = true;
  for await (const chunk of file) {
    if (isFirst && chunk[0] === 0x1f && chunk[1] === 0x8b) inflate = inflater();
    else if (isFirst && /\.gz$/i.test(path))
      throw new DamagedFile("The file is not compressed with gzip, though its name ends in .gz.");
    isFirst = false;
    if (inflate) yield* await inflate.write(chunk);
    else yield chunk;
  }
  if (inflate) yield* await inflate.end();
}

/**
 * Unpacks piece by piece. A pipeline would throw away what it has unpacked when it meets damage; here each piece is out before
 * the next goes in.
 */
function inflater() {
  const gunzip = createGunzip();
  let out: Buffer[] = [];
  let damage: Error | undefined;
  gunzip.on("data", (bytes: Buffer) => out.push(bytes));
  const failed = new Promise<void>((resolve) =>
    gunzip.once("error", (error) => {
      damage = new DamagedFile(`The compressed data is damaged or cut off (${error.message}).`);
      resolve();
    }),
  );
  const step = async (begin: (done: () => void) => void) => {
    await Promise.race([new Promise<void>((resolve) => begin(() => resolve())), failed]);
    if (damage && out.length === 0) throw damage;
    const pieces = out;
    out = [];
    return pieces;
  };
  return {
    write: (chunk: Buffer) => step((done) => gunzip.write(chunk, () => done())),
    end: () =>
      step((done) => {
        gunzip.once("end", done);
        gunzip.end();
      }),
  };
}
