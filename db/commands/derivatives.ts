import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { tagOf } from "@/lib/archive/cache-tags";
import { db, sqlPool, type Transaction } from "../client";
import { digitalObjects } from "../schema";
import { expireTags } from "./expire-tags";

/** The channel that wakes the worker that makes pictures of files; what it must do stands in `digital_objects`. */
export const derivativesChannel = "archive_derivatives";

/** A file whose pictures are still to be made. */
export type UnderivedFile = { readonly sha256: string; readonly mediaType: string };

/** What the reading of a file brings to light; null where there is nothing to say. */
export type FoundInFile = {
  readonly pageCount: number;
  readonly width: number | null;
  readonly height: number | null;
};

/** Wakes the worker at commit. */
export async function announceUnderived(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_notify(${derivativesChannel}, '')`);
}

/** The file that waits longest for its pictures; null when none does. Files that failed do not wait. */
export async function findUnderivedFile(): Promise<UnderivedFile | null> {
  const [file] = await db()
    .select({ sha256: digitalObjects.sha256, mediaType: digitalObjects.mediaType })
    .from(digitalObjects)
    .where(and(isNull(digitalObjects.derivedAt), isNull(digitalObjects.derivationError)))
    .orderBy(asc(digitalObjects.id))
    .limit(1);
  return file ?? null;
}

/** The SHA-256 of every file whose pictures were made. */
export async function listDerivedFiles(): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ sha256: digitalObjects.sha256 })
    .from(digitalObjects)
    .where(isNotNull(digitalObjects.derivedAt));
  return rows.map(({ sha256 }) => sha256);
}

/** Notes how many pages a file has, as soon as that is known. */
export async function notePageCount(sha256: string, pageCount: number): Promise<void> {
  await changeFiles(sha256, { pageCount });
}

/** Notes that the pictures of a file stand ready, wherever the same bytes are used. */
export async function keepDerivation(sha256: string, found: FoundInFile): Promise<void> {
  await changeFiles(sha256, { ...found, derivedAt: new Date(), derivationError: null });
}

/** Notes why no pictures could be made; it is not tried again unless somebody asks. */
export async function keepDerivationFailure(sha256: string, reason: string): Promise<void> {
  await changeFiles(sha256, { derivedAt: null, derivationError: reason });
}

/** Has the pictures of a file made again, because they are gone or because somebody asks. */
export async function requestDerivation(sha256: string): Promise<void> {
  await changeFiles(sha256, { derivedAt: null, derivationError: null });
}

/** The archive's own work on a file: it makes no revision, but pages that show the file are drawn anew. */
async function changeFiles(sha256: string, change: Partial<typeof digitalObjects.$inferInsert>) {
  await db().transaction(async (tx) => {
    const changed = await tx
      .update(digitalObjects)
      .set(change)
      .where(eq(digitalObjects.sha256, sha256))
      .returning({ recordId: digitalObjects.recordId });
    await expireTags(tx, new Set(changed.map(({ recordId }) => tagOf("record", recordId))));
    if (change.derivedAt === null && change.derivationError === null) await announceUnderived(tx);
  });
}

/**
 * Does work that only one process of the archive may do at a time, on a lock that ends with its connection. Returns "busy" at
 * once where another has it.
 */
export async function withDerivationLock<Result>(work: () => Promise<Result>): Promise<Result | "busy"> {
  const session = await sqlPool().reserve();
  try {
    const [mine] = await session<
      { held: boolean }[]
    >`select pg_try_advisory_lock(hashtext('archive:derivatives')) as held`;
    if (!mine?.held) return "busy";
    try {
      return await work();
    } finally {
      await session`select pg_advisory_unlock(hashtext('archive:derivatives'))`;
    }
  } finally {
    session.release();
  }
}
