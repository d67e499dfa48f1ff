import { asc, eq } from "drizzle-orm";
import type { RecordStatus } from "@/lib/archive/vocabulary";
import { db, type Database, type Transaction } from "../client";
import { digitalObjects, records } from "../schema";

/** What is needed to send a file: `sha256` finds its bytes in the store, `byteSize` counts them. */
export type SentFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly sha256: string;
  readonly isDerived: boolean;
};

/** The digital object with this id and the status of its record, on which depends who may have it; null when there is none. */
export async function findDigitalObject(
  id: number,
): Promise<{ file: SentFile; status: RecordStatus } | null> {
  const [row] = await db()
    .select({
      fileName: digitalObjects.fileName,
      mediaType: digitalObjects.mediaType,
      byteSize: digitalObjects.byteSize,
      sha256: digitalObjects.sha256,
      derivedAt: digitalObjects.derivedAt,
      status: records.status,
    })
    .from(digitalObjects)
    .innerJoin(records, eq(records.id, digitalObjects.recordId))
    .where(eq(digitalObjects.id, id));
  if (!row) return null;
  const { status, derivedAt, ...file } = row;
  return { status, file: { ...file, isDerived: derivedAt !== null } };
}

/** A file of a record of any status, with how far its pictures are: what curators see. */
export type DeskFile = {
  readonly id: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly sha256: string;
  readonly pageCount: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly caption: string | null;
  readonly alternativeText: string | null;
  readonly sourceNote: string | null;
  readonly derivedAt: Date | null;
  readonly derivationError: string | null;
};

/** All files of a record, in their order. */
export async function listFilesOf(
  recordId: number,
  from: Database | Transaction = db(),
): Promise<DeskFile[]> {
  return from
    .select({
      id: digitalObjects.id,
      fileName: digitalObjects.fileName,
      mediaType: digitalObjects.mediaType,
      byteSize: digitalObjects.byteSize,
      sha256: digitalObjects.sha256,
      pageCount: digitalObjects.pageCount,
      width: digitalObjects.width,
      height: digitalObjects.height,
      caption: digitalObjects.caption,
      alternativeText: digitalObjects.alternativeText,
      sourceNote: digitalObjects.sourceNote,
      derivedAt: digitalObjects.derivedAt,
      derivationError: digitalObjects.derivationError,
    })
    .from(digitalObjects)
    .where(eq(digitalObjects.recordId, recordId))
    .orderBy(asc(digitalObjects.position), asc(digitalObjects.id));
}
