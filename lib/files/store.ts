import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";
import { typeOf } from "./media-types";

/** What identifies the bytes of a file: SHA-256 (FIPS 180-4) in lower-case hexadecimal, and their number. */
export type StoredFile = { readonly sha256: string; readonly byteSize: number };

/** A file that was sent: kept, with the kind of its contents, or refused in words. */
export type ReceivedFile =
  | ({ readonly ok: true; readonly mediaType: string } & StoredFile)
  | { readonly ok: false; readonly reason: string };

/** Bytes from the beginning of a file that say what kind of text it is. */
const startBytes = 1_024;

const root = () => path.resolve(/* turbopackIgnore: true */ env().ARCHIVE_FILES);

/** Where the bytes with this SHA-256 lie, whether or not they are there. Throws when the text is not a SHA-256. */
export function filePath(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`Not a SHA-256: ${sha256}`);
  return path.join(/* turbopackIgnore: true */ env().ARCHIVE_FILES, sha256.slice(0, 2), sha256);
}

/**
 * Keeps bytes, or the contents of the file at a path, under their SHA-256 and returns it with their number. The same bytes are
 * kept once. A file appears whole or not at all: it is written aside, flushed to disk and then renamed.
 */
export async function storeFile(source: Uint8Array | string): Promise<StoredFile> {
  return aside(async (unfinished) => {
    const chunks = typeof source === "string" ? createReadStream(source) : [source];
    const { stored } = await copyTo(unfinished, chunks);
    await keep(unfinished, stored);
    return stored;
  });
}

/**
 * Takes in a file as it arrives, at no time holding more than a piece of it in memory, and keeps it as `storeFile` does if its
 * contents are of a kind that the archive accepts. What is refused is read to its end and not kept. Throws when the source ends
 * in an error.
 */
export async function receiveFile(chunks: AsyncIterable<Uint8Array>): Promise<ReceivedFile> {
  return aside(async (unfinished) => {
    const { stored, start } = await copyTo(unfinished, chunks);
    const type = await typeOf(unfinished, start);
    if (!type.ok) return type;
    await keep(unfinished, stored);
    return { ok: true, mediaType: type.mediaType, ...stored };
  });
}

/** Removes what uploads that broke off have left behind, if it is older than a day. */
export async function sweepUnfinished(): Promise<void> {
  const day = 86_400_000;
  for (const name of await readdir(root()).catch(() => [])) {
    if (!name.endsWith(".part")) continue;
    const file = path.join(root(), name);
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > day) await rm(file, { force: true });
  }
}

/** Gives the work a path beside the stored files; whatever is still there afterwards is removed. */
async function aside<Result>(work: (unfinished: string) => Promise<Result>): Promise<Result> {
  await mkdir(root(), { recursive: true });
  const unfinished = path.join(root(), `.${randomUUID()}.part`);
  try {
    return await work(unfinished);
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function keep(unfinished: string, { sha256 }: StoredFile): Promise<void> {
  const target = filePath(sha256);
  await mkdir(path.dirname(target), { recursive: true });
  await rename(unfinished, target);
}

/** Writes and hashes in one pass; returns the first bytes besides, by which the kind of a file is known. */
async function copyTo(
  target: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ stored: StoredFile; start: Uint8Array }> {
  const hash = createHash("sha256");
  const start = new Uint8Array(startBytes);
  let byteSize = 0;
  const file = await open(target, "wx");
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      if (byteSize < startBytes) start.set(chunk.subarray(0, startBytes - byteSize), byteSize);
      byteSize += chunk.length;
      await file.appendFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return {
    stored: { sha256: hash.digest("hex"), byteSize },
    start: start.subarray(0, Math.min(byteSize, startBytes)),
  };
}
