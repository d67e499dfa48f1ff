import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { env } from "@/lib/env";

/** What identifies the bytes of a file: SHA-256 (FIPS 180-4) in lower-case hexadecimal, and their number. */
export type StoredFile = { readonly sha256: string; readonly byteSize: number };

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
  const folder = path.resolve(/* turbopackIgnore: true */ env().ARCHIVE_FILES);
  await mkdir(folder, { recursive: true });
  const unfinished = path.join(folder, `.${randomUUID()}.part`);
  try {
    const stored = await copyTo(unfinished, source);
    const target = filePath(stored.sha256);
    await mkdir(path.dirname(target), { recursive: true });
    await rename(unfinished, target);
    return stored;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function copyTo(target: string, source: Uint8Array | string): Promise<StoredFile> {
  const chunks = typeof source === "string" ? createReadStream(source) : Readable.from([source]);
  const hash = createHash("sha256");
  let byteSize = 0;
  const file = await open(target, "wx");
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      byteSize += chunk.length;
      await file.write(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), byteSize };
}
