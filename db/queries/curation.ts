import { and, asc, count, desc, eq, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { RecordStatus } from "@/lib/archive/vocabulary";
import { db } from "../client";
import { collectionRecords, possibleDuplicates, records, users } from "../schema";

/** One line of a curators' list. */
export type CurationRow = {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly status: RecordStatus;
  readonly dateEdtf: string | null;
  readonly dateExpression: string | null;
  readonly updatedAt: Date;
  /** Who saved it last; null when the archive itself did. */
  readonly updatedBy: string | null;
};

const columns = {
  id: records.id,
  slug: records.slug,
  title: records.title,
  status: records.status,
  dateEdtf: records.dateEdtf,
  dateExpression: records.dateExpression,
  updatedAt: records.updatedAt,
  updatedBy: users.name,
};

export const curationSorts = ["updated", "date", "title", "id"] as const;
export type CurationSort = (typeof curationSorts)[number];

export type CurationFilter = {
  readonly status?: RecordStatus | undefined;
  /** Words in the title, or a record id. */
  readonly text?: string | undefined;
  readonly collectionId?: number | undefined;
  /** Records that this user created or saved last. */
  readonly userId?: number | undefined;
};

const orders: Record<CurationSort, SQL[]> = {
  updated: [desc(records.updatedAt), desc(records.id)],
  date: [sql`${records.dateEarliest} asc nulls last`, asc(records.id)],
  title: [sql`${records.title} collate "und-x-icu"`, asc(records.id)],
  id: [asc(records.id)],
};

function matching({ status, text, collectionId, userId }: CurationFilter): SQL | undefined {
  const words = text?.split(/\s+/).filter(Boolean) ?? [];
  const inTitle = words.map((word) => {
    const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    return sql`unaccent(${records.title}) ilike unaccent(${pattern})`;
  });
  const hasId = text && /^\d{1,9}$/.test(text) ? eq(records.id, Number(text)) : undefined;
  return and(
    status && eq(records.status, status),
    inTitle.length > 0 ? or(and(...inTitle), hasId) : undefined,
    collectionId === undefined
      ? undefined
      : sql`exists (select 1 from ${collectionRecords} where ${collectionRecords.recordId} = ${records.id} and ${collectionRecords.collectionId} = ${collectionId})`,
    userId === undefined ? undefined : or(eq(records.createdBy, userId), eq(records.updatedBy, userId)),
  );
}

/** Records of every status that match, one page of them, and how many there are. For curators only. */
export async function listRecordsForCuration(
  filter: CurationFilter,
  sort: CurationSort,
  page: { offset: number; limit: number },
): Promise<{ rows: CurationRow[]; total: number }> {
  const where = matching(filter);
  const [rows, [counted]] = await Promise.all([
    db()
      .select(columns)
      .from(records)
      .leftJoin(users, eq(users.id, records.updatedBy))
      .where(where)
      .orderBy(...orders[sort])
      .limit(page.limit)
      .offset(page.offset),
    db().select({ total: count() }).from(records).where(where),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

/** How many records stand in each status; statuses without any are absent. */
export async function countRecordsByStatus() {
  return db().select({ status: records.status, total: count() }).from(records).groupBy(records.status);
}

/** Pairs that may be one document described twice and that nobody has decided yet. */
export async function listOpenDuplicates(limit: number) {
  const others = alias(records, "others");
  return db()
    .select({
      id: possibleDuplicates.id,
      reason: possibleDuplicates.reason,
      first: { id: records.id, title: records.title },
      second: { id: others.id, title: others.title },
    })
    .from(possibleDuplicates)
    .innerJoin(records, eq(records.id, possibleDuplicates.recordId))
    .innerJoin(others, eq(others.id, possibleDuplicates.otherId))
    .where(eq(possibleDuplicates.state, "open"))
    .orderBy(asc(possibleDuplicates.id))
    .limit(limit);
}

/** What the editing page must know of a record besides its description; null when there is none. */
export async function findRecordState(id: number) {
  const [state] = await db()
    .select({
      id: records.id,
      slug: records.slug,
      title: records.title,
      status: records.status,
      version: records.version,
      withdrawnReason: records.withdrawnReason,
      updatedAt: records.updatedAt,
      updatedBy: users.name,
    })
    .from(records)
    .leftJoin(users, eq(users.id, records.updatedBy))
    .where(eq(records.id, id));
  return state ?? null;
}
