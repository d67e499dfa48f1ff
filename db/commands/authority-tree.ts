import { sql, type SQL } from "drizzle-orm";
import type { Transaction } from "../client";
import type { AuthorityKind } from "../queries/authorities";
import {
  archivalReferences,
  collectionRecords,
  collections,
  places,
  recordAgents,
  recordPlaces,
  recordSubjects,
  subjects,
} from "../schema";

const trees = { place: places, subject: subjects, collection: collections };

/** An entry and everything below it in its tree, as a common table expression named `branch`. */
function branch(kind: AuthorityKind, id: number): SQL {
  if (kind === "agent" || kind === "repository") return sql`branch (id) as (values (${id}::integer))`;
  const table = trees[kind];
  return sql`branch (id) as (
    select ${id}::integer
    union
    select child.id from ${table} child join branch on child.parent_id = branch.id
  )`;
}

const links: Record<AuthorityKind, SQL> = {
  agent: sql`select record_id from ${recordAgents} where agent_id in (select id from branch)`,
  place: sql`select record_id from ${recordPlaces} where place_id in (select id from branch)`,
  subject: sql`select record_id from ${recordSubjects} where subject_id in (select id from branch)`,
  collection: sql`select record_id from ${collectionRecords} where collection_id in (select id from branch)`,
  repository: sql`select record_id from ${archivalReferences} where repository_id in (select id from branch)`,
};

/** Ids of all records that link to the entry or to one below it, each once. */
export async function recordsUnder(tx: Transaction, kind: AuthorityKind, id: number): Promise<number[]> {
  const rows = await tx.execute<{ record_id: number }>(
    sql`with recursive ${branch(kind, id)} select distinct linked.record_id from (${links[kind]}) linked`,
  );
  return rows.map((row) => row.record_id);
}

/** Whether `id` is `top` or lies below it, so that making it the parent of `top` would close a circle. */
export async function isUnder(tx: Transaction, kind: AuthorityKind, id: number, top: number) {
  const rows = await tx.execute(
    sql`with recursive ${branch(kind, top)} select 1 from branch where id = ${id}`,
  );
  return rows.length > 0;
}
