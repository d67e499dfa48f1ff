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

/** Readers find an agent in lists only through records that they may read. */
const isNamedInPublished = sql`exists (
  select 1 from ${recordAgents} ra join ${records} r on r.id = ra.record_id and r.status = 'published'
  where ra.agent_id = ${agents.id})`;

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
    select 1 from ${agentNames} n where n.agent_id = ${agents.id} and ${contains(sql`n.name`)}))`;
}

/** A page of the authority file by name, each agent with the number of its published records, and the number of all that match. */
export async function listAgents(filter: AgentFilter, page: number, pageSize: number) {
  const where = matching(filter);
  const [rows, total] = await Promise.all([
    db()
      .select({
        slug: agents.slug,
        kind: agents.kind,
        name: agents.name,
        description: agents.description,
        records: sql<number>`(
          select count(distinct ra.record_id)::integer from ${recordAgents} ra
          join ${records} r on r.id = ra.record_id and r.status = 'published' where ra.agent_id = ${agents.id})`,
      })
      .from(agents)
      .where(where)
      .orderBy(sql`lower(unaccent(${agents.name}))`, asc(agents.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db().$count(agents, where),
  ]);
  return { rows, total };
}

/** How many agents' names begin with each letter, and how many there are of each kind. */
export async function countAgents(kind: AgentKind | null) {
  const [letters, kinds] = await Promise.all([
    db()
      .select({ letter: firstLetter, agents: sql<number>`count(*)::integer` })
      .from(agents)
      .where(matching({ kind, letter: null, q: null }))
      .groupBy(sql`1`),
    db()
      .select({ kind: agents.kind, agents: sql<number>`count(*)::integer` })
      .from(agents)
      .where(isNamedInPublished)
      .groupBy(agents.kind),
  ]);
  return {
    letters: new Map(letters.map((row) => [row.letter, row.agents])),
    kinds: new Map(kinds.map((row) => [row.kind, row.agents])),
  };
}

export type AgentName = {
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
