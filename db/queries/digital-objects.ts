import { and, eq } from "drizzle-orm";
import { db } from "../client";
import { digitalObjects, records } from "../schema";

/** What is needed to send a file: `sha256` finds its bytes in the store, `byteSize` counts them. */
export type PublicDigitalObject = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly sha256: string;
};

/** The digital object with this id whose record is published; null for every other. */
export async function findPublicDigitalObject(id: number): Promise<PublicDigitalObject | null> {
  const [object] = await db()
    .select({
      fileName: digitalObjects.fileName,
      mediaType: digitalObjects.mediaType,
      byteSize: digitalObjects.byteSize,
      sha256: digitalObjects.sha256,
    })
    .from(digitalObjects)
    .innerJoin(records, eq(records.id, digitalObjects.recordId))
    .where(and(eq(digitalObjects.id, id), eq(records.status, "published")));
  return object ?? null;
}
