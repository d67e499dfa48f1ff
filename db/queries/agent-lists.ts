import { and, sql, type SQL } from "drizzle-orm";
import type { AgentSort } from "@/lib/archive/agent-lists";
import { slugOfName } from "@/lib/archive/slug";
import type { AgentKind } from "@/lib/archive/vocabulary";
import { db } from "../client";
import { agentNames, agents, recordAgents, records } from "../schema";

export type AgentFilter = {
  readonly kind: AgentKind | null;
  /** A small letter of any script, or "other" for names that begin with none. */
  readonly letter: string | null;
  /** Words of a name in any of its forms. */
  readonly q: string | null;
  /** Whether agents are listed that no published record names. */
  readonly isWhole: boolean;
};

export type ListedAgent = {
  readonly slug: string;
  readonly kind: AgentKind;
  readonly name: string;
  readonly description: string | null;
  /** The other name that was looked for, where the preferred one does not hold the words. */
  readonly called: string | null;
  readonly records: number;
};

/** Names are filed without accents, case and the marks that stand before a name. */
const filedName = sql`ltrim(lower(unaccent(a.name)), ${`'"‘’‚“”„«ʿʾ‘([- `})`;
const initial = sql`left(filed, 1) collate "C"`;
const letter = sql`case when ${initial} between 'a' and 'z' or ${initial} > '~' then ${initial} else 'other' end`;

/** Readers find an agent in lists only through records that they may read. The look-ups by index need no join of all records. */
const isNamed = (id: SQL) => sql`exists (
  select 1 from ${recordAgents} ra
  where ra.agent_id = ${id} and exists (select 1 from ${records} r where r.id = ra.record_id and r.status = 'published')
  offset 0)`;

/** Whether a form of a name holds every word. Slugs and words are ASCII, so that any script finds any other. */
const holds = (form: SQL, words: readonly string[]) =>
  and(...words.map((word) => sql`${form} like ${`%${word}%`}`));

/** The agents that match as the table `matched`, published or not. */
function matched({ kind, letter: wanted, q }: AgentFilter): SQL {
  const words = q === null ? null : (slugOfName(q)?.split("-") ?? []);
  const isCalled =
    words === null
      ? sql`true`
      : words.length === 0
        ? sql`false`
        : sql`(${holds(sql`a.slug`, words)} or ${holds(sql`a.filed`, words)})`;
  const others =
    words === null || words.length === 0
      ? sql`select null::integer as agent_id, null::text as name where false`
      : sql`select distinct on (n.agent_id) n.agent_id, n.name from ${agentNames} n
          where ${holds(sql`n.slug`, words)} order by n.agent_id, n.position, n.id`;
  return sql`matched as (
    select a.id, a.slug, a.kind, a.name, a.description, filed, ${letter} as letter,
      case when ${isCalled} then null else other.name end as called
    from (select *, ${filedName} as filed from ${agents} a offset 0) a
    left join (${others}) other on other.agent_id = a.id
    where (${isCalled} or other.agent_id is not null)
      and ${kind === null ? sql`true` : sql`a.kind = ${kind}`}
      and ${wanted === null ? sql`true` : sql`${letter} = ${wanted}`})`;
}

/** A page of the authority file, each agent with the number of its published records. `page` counts from 1. */
export async function listAgents(
  filter: AgentFilter,
  sort: AgentSort,
  page: number,
  pageSize: number,
): Promise<ListedAgent[]> {
  const part = sql`limit ${pageSize} offset ${(page - 1) * pageSize}`;
  const rows = await db().execute<ListedAgent & Record<string, unknown>>(
    sort === "records" ? byRecords(filter, part) : byName(filter, part),
  );
  return rows.map(({ slug, kind, name, description, called, records: linked }) => ({
    slug,
    kind,
    name,
    description,
    called,
    records: linked,
  }));
}

/** Agents are put in order before it is asked whether records name them: only those up to the end of the page are asked about. */
const byName = (filter: AgentFilter, part: SQL) => sql`
  with ${matched(filter)}, listed as (
    select * from (select * from matched order by filed, id offset 0) m
    where ${filter.isWhole ? sql`true` : isNamed(sql`m.id`)} ${part})
  select listed.*, (
    select count(distinct ra.record_id)::integer from ${recordAgents} ra
    join ${records} r on r.id = ra.record_id and r.status = 'published' where ra.agent_id = listed.id) as records
  from listed order by filed, id`;

const byRecords = (filter: AgentFilter, part: SQL) => sql`
  with ${matched(filter)}, counted as (
    select ra.agent_id, count(distinct ra.record_id)::integer as records from ${recordAgents} ra
    join ${records} r on r.id = ra.record_id and r.status = 'published'
    where ra.agent_id in (select id from matched) group by ra.agent_id)
  select m.*, coalesce(c.records, 0) as records
  from matched m ${filter.isWhole ? sql`left join` : sql`join`} counted c on c.agent_id = m.id
  order by coalesce(c.records, 0) desc, m.filed, m.id ${part}`;

/** How many agents of each kind begin with each letter: all that match but for their letter and kind, and those that records name. */
export async function countAgents(
  filter: Pick<AgentFilter, "q">,
): Promise<{ kind: AgentKind; letter: string; agents: number; named: number }[]> {
  const rows = await db().execute<{ kind: AgentKind; letter: string; agents: number; named: number }>(sql`
    with ${matched({ kind: null, letter: null, isWhole: true, q: filter.q })}
    select kind, letter, count(*)::integer as agents,
      (count(*) filter (where ${isNamed(sql`m.id`)}))::integer as named
    from matched m group by kind, letter`);
  return [...rows];
}
