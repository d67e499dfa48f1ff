import { and, asc, eq, sql, type SQL } from "drizzle-orm";
import type { AgentKind, AgentRole, NameScheme } from "@/lib/archive/vocabulary";
import { db } from "../client";
import { agentNames, agents, languages, recordAgents, records } from "../schema";
import { isPublished } from "./listed-records";

export type AgentFilter = {
  readonly kind: AgentKind | null;
  /** "a" to "z", or "other" for names that begin with anything else. */
  readonly letter: string | null;
  /** Part of a name in any of its forms. */
  readonly q: string | null;
};

export type ListedAgent = {
  readonly slug: string;
  readonly kind: AgentKind;
  readonly name: string;
  readonly description: string | null;
  readonly records: number;
};

/** Spelt out, because a column among selected ones loses its table's name and would be taken for one of the inner query's. */
const ownId = sql.raw("agents.id");

/** Readers find an agent in lists only through records that they may read. */
const isNamedInPublished = sql`exists (
  select 1 from ${recordAgents} ra join ${records} r on r.id = ra.record_id and r.status = 'published'
  where ra.agent_id = ${ownId})`;

const firstLetter = sql<string>`case
  when lower(left(unaccent(${agents.name}), 1)) between 'a' and 'z' then lower(left(unaccent(${agents.name}), 1))
  else 'other' end`;

function matching({ kind, letter, q }: AgentFilter): SQL | undefined {
  return and(
    isNamedInPublished,
    kind === null ? undefined : eq(agents.kind, kind),
    letter === null ? undefined : eq(firstLetter, letter),
    q === null ? undefined : isCalled(q),
  );
}

/** Whether any form of the name contains the words, accents and case aside. */
function isCalled(q: string): SQL {
  const pattern = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const contains = (name: SQL) => sql`unaccent(${name}) ilike unaccent(${pattern})`;
  return sql`(${contains(sql`${agents.name}`)} or exists (
    select 1 from ${agentNames} n where n.agent_id = ${ownId} and ${contains(sql`n.name`)}))`;
}

/** A page of the authority file by name, each agent with the number of its published records. */
export async function listAgents(
  filter: AgentFilter,
  page: number,
  pageSize: number,
): Promise<ListedAgent[]> {
  // The page is cut out before its records are counted, or all the agents before it would be counted too.
  const listed = db()
    .select({
      id: agents.id,
      slug: agents.slug,
      kind: agents.kind,
      name: agents.name,
      description: agents.description,
      sortKey: sql<string>`lower(unaccent(${agents.name}))`.as("sort_key"),
    })
    .from(agents)
    .where(matching(filter))
    .orderBy(sql`sort_key`, asc(agents.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .as("listed");
  return db()
    .select({
      slug: listed.slug,
      kind: listed.kind,
      name: listed.name,
      description: listed.description,
      records: sql<number>`(
        select count(distinct ra.record_id)::integer from ${recordAgents} ra
        join ${records} r on r.id = ra.record_id and r.status = 'published' where ra.agent_id = listed.id)`,
    })
    .from(listed)
    .orderBy(listed.sortKey, listed.id);
}

/** How many agents match. */
export const countAgents = (filter: AgentFilter): Promise<number> => db().$count(agents, matching(filter));

/** How many agents of each kind have a name that begins with each letter. */
export async function countAgentsByLetter(): Promise<{ kind: AgentKind; letter: string; agents: number }[]> {
  return db()
    .select({ kind: agents.kind, letter: firstLetter, agents: sql<number>`count(*)::integer` })
    .from(agents)
    .where(isNamedInPublished)
    .groupBy(sql`1`, sql`2`);
}

type AgentName = {
  readonly name: string;
  readonly script: string | null;
  readonly scheme: NameScheme;
  readonly languageCode: string | null;
  readonly direction: string | null;
};

/** An agent with every form of its name; null when there is none of this slug or id. */
export async function findAgent(key: { slug: string } | { id: number }) {
  const [agent] = await db()
    .select({
      id: agents.id,
      slug: agents.slug,
      kind: agents.kind,
      name: agents.name,
      existenceEdtf: agents.existenceEdtf,
      description: agents.description,
      biographicalHistory: agents.biographicalHistory,
      wikidataId: agents.wikidataId,
      viafId: agents.viafId,
    })
    .from(agents)
    .where("slug" in key ? eq(agents.slug, key.slug) : eq(agents.id, key.id));
  if (!agent) return null;
  const names: AgentName[] = await db()
    .select({
      name: agentNames.name,
      script: agentNames.script,
      scheme: agentNames.scheme,
      languageCode: agentNames.languageCode,
      direction: languages.direction,
    })
    .from(agentNames)
    .leftJoin(languages, eq(languages.code, agentNames.languageCode))
    .where(eq(agentNames.agentId, agent.id))
    .orderBy(asc(agentNames.position), asc(agentNames.id));
  return { ...agent, names };
}

/** In which roles published records name the agent, and how many in each. */
export async function countAgentRoles(agentId: number): Promise<Map<AgentRole, number>> {
  const rows = await db()
    .select({ role: recordAgents.role, records: sql<number>`count(*)::integer` })
    .from(recordAgents)
    .innerJoin(records, eq(records.id, recordAgents.recordId))
    .where(and(eq(recordAgents.agentId, agentId), isPublished))
    .groupBy(recordAgents.role);
  return new Map(rows.map((row) => [row.role, row.records]));
}
