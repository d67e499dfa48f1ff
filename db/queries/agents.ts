import { and, asc, eq, sql } from "drizzle-orm";
import type { Identifier } from "@/lib/archive/identifiers";
import type { AgentRole, NameScheme } from "@/lib/archive/vocabulary";
import { db } from "../client";
import { agentIdentifiers, agentNames, agents, languages, recordAgents, records } from "../schema";
import { isPublished } from "./listed-records";

type AgentName = {
  readonly name: string;
  readonly script: string | null;
  readonly scheme: NameScheme;
  readonly languageCode: string | null;
  readonly language: string | null;
  readonly direction: string | null;
};

/** An agent with every form of its name and its ids elsewhere; null when there is none of this slug or id. */
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
      language: languages.name,
      direction: languages.direction,
    })
    .from(agentNames)
    .leftJoin(languages, eq(languages.code, agentNames.languageCode))
    .where(eq(agentNames.agentId, agent.id))
    .orderBy(asc(agentNames.position), asc(agentNames.id));
  const identifiers: Identifier[] = await db()
    .select({ scheme: agentIdentifiers.scheme, value: agentIdentifiers.value })
    .from(agentIdentifiers)
    .where(eq(agentIdentifiers.agentId, agent.id))
    .orderBy(asc(agentIdentifiers.scheme), asc(agentIdentifiers.value));
  return { ...agent, names, identifiers };
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
