import "server-only";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import {
  countAgentRoles,
  countAgents,
  countAgentsByLetter,
  findAgent,
  listAgents,
  type AgentFilter,
} from "@/db/queries/agents";
import { loadAtAddress } from "@/lib/addresses/loaders";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { agentHref } from "@/lib/archive/hrefs";
import type { ListView } from "@/lib/archive/list-query";
import { agentKinds, agentRoles, type AgentRole } from "@/lib/archive/vocabulary";
import { dependsOn } from "@/lib/cache/render-scope";
import { loadRecordList } from "@/lib/record-lists/loaders";

const agentsPerPage = 100;

/** A page of the people, organisations and families that published records name, with counts by letter and by kind. */
export const loadAgents = async (filter: AgentFilter, page: number) => {
  dependsOn(recordsTag, authoritiesTag);
  const byLetter = await countAgentsByLetter();
  const ofKind = byLetter.filter(({ kind }) => filter.kind === null || kind === filter.kind);
  const total =
    filter.q === null
      ? sumOf(ofKind.filter(({ letter }) => filter.letter === null || letter === filter.letter))
      : await countAgents(filter);
  const pages = Math.max(1, Math.ceil(total / agentsPerPage));
  if (page > pages) notFound();
  return {
    agents: await listAgents(filter, page, agentsPerPage),
    total,
    page,
    pages,
    letters: new Set(ofKind.map(({ letter }) => letter)),
    kinds: new Map(agentKinds.map((kind) => [kind, sumOf(byLetter.filter((row) => row.kind === kind))])),
  };
};

const sumOf = (rows: readonly { agents: number }[]) => rows.reduce((sum, { agents }) => sum + agents, 0);

/** An agent, the roles it has in published records, and one page of those records: of all, or of one role. */
export const loadAgent = cache(
  async (slug: string, role: AgentRole | null, ...[page, sort, year]: ListView) => {
    const agent = await loadAtAddress("agent", slug, findAgent, (moved) =>
      permanentRedirect(agentHref(moved)),
    );
    dependsOn(tagOf("agent", agent.id));
    const [counts, list] = await Promise.all([
      countAgentRoles(agent.id),
      loadRecordList({ by: "agent", id: agent.id, role }, { page, sort, year }),
    ]);
    const roles = agentRoles.flatMap((name) => {
      const records = counts.get(name);
      return records ? [{ role: name, records }] : [];
    });
    return { ...agent, roles, list };
  },
);
