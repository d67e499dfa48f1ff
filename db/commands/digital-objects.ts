import { and, eq, isNotNull, sql } from "drizzle-orm";
import { recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { actorId, assertMay, rightToDescribe, type Actor } from "@/lib/archive/permissions";
import { db, type Transaction } from "../client";
import { listFilesOf, type DeskFile } from "../queries/digital-objects";
import { digitalObjects, records } from "../schema";
import { announceUnderived } from "./derivatives";
import { expireTags } from "./expire-tags";
import { changesBetween, keepRevision } from "./revisions";
import { reindexRecords } from "./index-jobs";

/** A file whose bytes are in the store, before a record has it. */
export type NewFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly sha256: string;
};

/** What a curator says of a file. */
export type FileDescription = {
  readonly caption: string | null;
  readonly alternativeText: string | null;
  readonly sourceNote: string | null;
};

/** The tags that a change of files expires, or why nothing was changed. */
export type FileChange =
  | { readonly ok: true; readonly tags: readonly string[] }
  | { readonly ok: false; readonly reason: "gone" | "present" };

/** Gives a record another file, as its last. The same bytes are not taken twice ("present"). */
export async function attachFile(recordId: number, file: NewFile, by: Actor): Promise<FileChange> {
  return changeFiles(recordId, by, async (tx, files) => {
    if (files.some(({ sha256 }) => sha256 === file.sha256)) return "present";
    const known = await findReading(tx, file.sha256);
    await tx.insert(digitalObjects).values({ ...file, ...known, recordId, position: files.length });
    await announceUnderived(tx);
    return `Added the file ${file.fileName}`;
  });
}

/** Says anew what a file shows and where it comes from. */
export async function describeFile(
  recordId: number,
  fileId: number,
  description: FileDescription,
  by: Actor,
): Promise<FileChange> {
  return changeFiles(recordId, by, async (tx, files) => {
    if (!files.some(({ id }) => id === fileId)) return "gone";
    await tx.update(digitalObjects).set(description).where(isFile(recordId, fileId));
    return null;
  });
}

/** Moves a file one place up or down; at the end of the list it stays where it is. */
export async function moveFile(
  recordId: number,
  fileId: number,
  direction: "up" | "down",
  by: Actor,
): Promise<FileChange> {
  return changeFiles(recordId, by, async (tx, files) => {
    const from = files.findIndex(({ id }) => id === fileId);
    if (from < 0) return "gone";
    const order = files.map(({ id }) => id);
    const to = direction === "up" ? from - 1 : from + 1;
    if (to < 0 || to >= order.length) return null;
    order.splice(to, 0, ...order.splice(from, 1));
    for (const [position, id] of order.entries())
      await tx.update(digitalObjects).set({ position }).where(isFile(recordId, id));
    return null;
  });
}

/** Takes a file away from a record. Its bytes stay in the store, and the revision names them. */
export async function removeFile(recordId: number, fileId: number, by: Actor): Promise<FileChange> {
  return changeFiles(recordId, by, async (tx, files) => {
    const file = files.find(({ id }) => id === fileId);
    if (!file) return "gone";
    await tx.delete(digitalObjects).where(isFile(recordId, fileId));
    return `Removed the file ${file.fileName}`;
  });
}

const isFile = (recordId: number, fileId: number) =>
  and(eq(digitalObjects.id, fileId), eq(digitalObjects.recordId, recordId));

/** What another record's copy of the same bytes has already brought to light. */
async function findReading(tx: Transaction, sha256: string) {
  const [known] = await tx
    .select({
      pageCount: digitalObjects.pageCount,
      width: digitalObjects.width,
      height: digitalObjects.height,
      derivedAt: digitalObjects.derivedAt,
    })
    .from(digitalObjects)
    .where(and(eq(digitalObjects.sha256, sha256), isNotNull(digitalObjects.derivedAt)))
    .limit(1);
  return known ?? {};
}

/** Changes the files; a note for the revision, null for none, or why it cannot be done. */
type Step = (tx: Transaction, files: readonly DeskFile[]) => Promise<string | null>;

/**
 * One change of a record's files, with its revision, index job and notices. The version of the description stays, so that nobody who
 * is writing one finds it taken from under them by an upload.
 */
async function changeFiles(recordId: number, by: Actor, step: Step): Promise<FileChange> {
  return db().transaction(async (tx) => {
    const [record] = await tx
      .select({ status: records.status, version: records.version })
      .from(records)
      .where(eq(records.id, recordId))
      .for("update");
    if (!record) return { ok: false, reason: "gone" };
    assertMay(by, rightToDescribe(record.status));
    const before = await listFilesOf(recordId, tx);
    const outcome = await step(tx, before);
    if (outcome === "gone" || outcome === "present") return { ok: false, reason: outcome };
    const after = await listFilesOf(recordId, tx);
    const changes = changesBetween({ files: before.map(described) }, { files: after.map(described) });
    if (changes.length === 0) return { ok: true, tags: [] };
    await tx
      .update(records)
      .set({ updatedBy: actorId(by), updatedAt: sql`now()` })
      .where(eq(records.id, recordId));
    await keepRevision(
      tx,
      {
        entity: "record",
        entityId: recordId,
        version: record.version,
        action: "edited",
        changes,
        note: outcome,
      },
      by,
    );
    await reindexRecords(tx, [recordId]);
    const isPublic = record.status === "published" || record.status === "withdrawn";
    const tags = isPublic ? [recordsTag, tagOf("record", recordId)] : [];
    await expireTags(tx, tags);
    return { ok: true, tags };
  });
}

/** A file as a revision keeps it. */
const described = ({ fileName, sha256, caption, alternativeText, sourceNote }: DeskFile) => ({
  name: fileName,
  caption,
  alternativeText,
  sourceNote,
  sha256,
});
