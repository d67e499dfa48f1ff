import { sql, type SQL } from "drizzle-orm";
import type { PairMode } from "@/lib/archive/agent-lists";
import type { AgentKind } from "@/lib/archive/vocabulary";
import { db } from "../client";
import { agents, recordAgents, records } from "../schema";

const rolesOf: Record<PairMode, SQL> = {
  letters: sql`((mine.role = 'author' and other.role = 'recipient') or (mine.role = 'recipient' and other.role = 'author'))`,
  sent: sql`(mine.role = 'author' and other.role = 'recipient')`,
  received: sql`(mine.role = 'recipient' and other.role = 'author')`,
  together: sql`true`,
};

/** Whether a record stands between two agents in this way; `sent` means that the first wrote to the second. */
export const isBetween = (id: number, otherId: number, mode: PairMode): SQL => sql`${records.id} in (
  select mine.record_id from ${recordAgents} mine join ${recordAgents} other on other.record_id = mine.record_id
  where mine.agent_id = ${id} and other.agent_id = ${otherId} and ${rolesOf[mode]} offset 0)`;

/** How many published records stand between two agents in each way. */
export async function countBetween(id: number, otherId: number): Promise<Record<PairMode, number>> {
  const count = (mode: PairMode) =>
    sql`(count(distinct r.id) filter (where ${rolesOf[mode]}))::integer as ${sql.identifier(mode)}`;
  const [row] = await db().execute<Record<PairMode, number>>(sql`
    select ${count("letters")}, ${count("sent")}, ${count("received")}, ${count("together")}
    from ${recordAgents} mine
    join ${recordAgents} other on other.record_id = mine.record_id and other.agent_id = ${otherId}
    join ${records} r on r.id = mine.record_id and r.status = 'published'
    where mine.agent_id = ${id}`);
  return row ?? { letters: 0, sent: 0, received: 0, together: 0 };
}

type Acquaintance = { readonly slug: string; readonly name: string; readonly kind: AgentKind };

export type Correspondent = Acquaintance & {
  /** Published records that the agent wrote to this one, and that this one wrote to the agent. */
  readonly sent: number;
  readonly received: number;
};

/** A page of those with whom an agent exchanged letters, most letters first, and how many they are in all. */
export async function listCorrespondents(
  id: number,
  part: { limit: number; offset: number },
): Promise<{ correspondents: Correspondent[]; total: number }> {
  const rows = await db().execute<Correspondent & { total: number }>(sql`
    with exchanged as (
      select other.agent_id,
        (count(*) filter (where mine.role = 'author'))::integer as sent,
        (count(*) filter (where mine.role = 'recipient'))::integer as received
      from ${recordAgents} mine
      join ${recordAgents} other on other.record_id = mine.record_id and other.agent_id <> mine.agent_id
        and other.role = case mine.role when 'author' then 'recipient'::agent_role else 'author'::agent_role end
      join ${records} r on r.id = mine.record_id and r.status = 'published'
      where mine.agent_id = ${id} and mine.role in ('author', 'recipient')
      group by other.agent_id)
    select a.slug, a.name, a.kind, e.sent, e.received, (count(*) over ())::integer as total
    from exchanged e join ${agents} a on a.id = e.agent_id
    order by e.sent + e.received desc, lower(a.name), a.id limit ${part.limit} offset ${part.offset}`);
  return {
    correspondents: rows.map(({ slug, name, kind, sent, received }) => ({
      slug,
      name,
      kind,
      sent,
      received,
    })),
    total: rows[0]?.total ?? 0,
  };
}

/** The agents that stand most often in the same published records as this one, in whatever role. */
export async function listCompanions(
  id: number,
  limit: number,
): Promise<(Acquaintance & { records: number })[]> {
  const rows = await db().execute<Acquaintance & { records: number }>(sql`
    with mine as (
      select distinct ra.record_id from ${recordAgents} ra
      join ${records} r on r.id = ra.record_id and r.status = 'published' where ra.agent_id = ${id}),
    named as (
      select other.agent_id, count(distinct other.record_id)::integer as records
      from mine join ${recordAgents} other on other.record_id = mine.record_id and other.agent_id <> ${id}
      group by other.agent_id order by records desc, other.agent_id limit ${limit})
    select a.slug, a.name, a.kind, n.records from named n join ${agents} a on a.id = n.agent_id
    order by n.records desc, lower(a.name), a.id`);
  return [...rows];
}
