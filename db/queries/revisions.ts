import { and, asc, desc, eq, gt } from "drizzle-orm";
import { db } from "../client";
import { revisions, users } from "../schema";

const columns = {
  id: revisions.id,
  version: revisions.version,
  action: revisions.action,
  note: revisions.note,
  changes: revisions.changes,
  createdAt: revisions.createdAt,
  /** Null when the archive itself did it. */
  by: users.name,
};

/** One page of the changes of one thing, latest first. */
export async function listRevisions(
  entity: string,
  entityId: number,
  page: { offset: number; limit: number },
) {
  return db()
    .select(columns)
    .from(revisions)
    .leftJoin(users, eq(users.id, revisions.userId))
    .where(and(eq(revisions.entity, entity), eq(revisions.entityId, entityId)))
    .orderBy(desc(revisions.id))
    .limit(page.limit)
    .offset(page.offset);
}

/** The revision that made the given version, for saying who was faster; null when it is not on file. */
export async function findRevision(entity: string, entityId: number, version: number) {
  const [revision] = await db()
    .select(columns)
    .from(revisions)
    .leftJoin(users, eq(users.id, revisions.userId))
    .where(
      and(eq(revisions.entity, entity), eq(revisions.entityId, entityId), eq(revisions.version, version)),
    )
    .orderBy(desc(revisions.id))
    .limit(1);
  return revision ?? null;
}

/** The changes made after the given version, oldest first. */
export async function listRevisionsSince(entity: string, entityId: number, version: number) {
  return db()
    .select({ version: revisions.version, changes: revisions.changes })
    .from(revisions)
    .where(
      and(eq(revisions.entity, entity), eq(revisions.entityId, entityId), gt(revisions.version, version)),
    )
    .orderBy(asc(revisions.id));
}
