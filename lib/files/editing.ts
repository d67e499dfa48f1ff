import {
  attachFile,
  describeFile as describe,
  moveFile as move,
  removeFile as remove,
  type FileChange,
  type FileDescription,
} from "@/db/commands/digital-objects";
import { requestDerivation } from "@/db/commands/derivatives";
import { listFilesOf } from "@/db/queries/digital-objects";
import { assertMay } from "@/lib/archive/permissions";
import type { Curator } from "@/lib/archive/curator";
import { settleCaches } from "@/lib/cache/expire";
import { MalformedForm, formParts } from "./multipart";
import { receiveFile } from "./store";

/** What became of one file that was sent. */
export type Arrival = { readonly fileName: string; readonly refusal: string | null };

/**
 * Takes in the files of a form as they arrive and gives them to a record, each in a transaction of its own, so that one that is
 * refused does not take the others with it. A form that breaks off keeps what came whole.
 */
export async function receiveFiles(
  recordId: number,
  { chunks, boundary }: { chunks: AsyncIterable<Uint8Array>; boundary: string },
  by: Curator,
): Promise<Arrival[]> {
  const arrivals: Arrival[] = [];
  try {
    for await (const part of formParts(chunks, boundary)) {
      // A form without a chosen file sends one without a name.
      if (!part.fileName) continue;
      arrivals.push({ fileName: part.fileName, refusal: await take(recordId, part.fileName, part.body, by) });
    }
  } catch (error) {
    if (!(error instanceof MalformedForm)) throw error;
    arrivals.push({ fileName: "The rest", refusal: "The upload broke off. Send what is missing again." });
  }
  return arrivals;
}

async function take(
  recordId: number,
  fileName: string,
  body: AsyncIterable<Uint8Array>,
  by: Curator,
): Promise<string | null> {
  const received = await receiveFile(body);
  if (!received.ok) return received.reason;
  const { mediaType, byteSize, sha256 } = received;
  const change = await settled(await attachFile(recordId, { fileName, mediaType, byteSize, sha256 }, by));
  if (change.ok) return null;
  return change.reason === "present" ? "The record has this file already." : "The record is gone.";
}

/** Says anew what a file shows and where it comes from. */
export async function describeFile(
  recordId: number,
  fileId: number,
  description: FileDescription,
  by: Curator,
): Promise<FileChange> {
  return settled(await describe(recordId, fileId, description, by));
}

/** Moves a file one place up or down in the order in which readers see them. */
export async function moveFile(
  recordId: number,
  fileId: number,
  direction: "up" | "down",
  by: Curator,
): Promise<FileChange> {
  return settled(await move(recordId, fileId, direction, by));
}

/** Takes a file away from a record; the bytes stay in the store. */
export async function removeFile(recordId: number, fileId: number, by: Curator): Promise<FileChange> {
  return settled(await remove(recordId, fileId, by));
}

/** Has thumbnails and tiles of a file made once more; false when the record has no such file. */
export async function makeAgain(recordId: number, fileId: number, by: Curator): Promise<boolean> {
  assertMay(by, "record.describe");
  const file = (await listFilesOf(recordId)).find(({ id }) => id === fileId);
  if (!file) return false;
  await requestDerivation(file.sha256);
  return true;
}

/** When it returns, no page of this archive shows the files as they were. */
async function settled(change: FileChange): Promise<FileChange> {
  if (change.ok) await settleCaches(change.tags);
  return change;
}
