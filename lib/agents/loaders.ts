import "server-only";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { countAgentRoles, countAgents, findAgent, listAgents, type AgentFilter } from "@/db/queries/agents";
import { loadAtAddress } from "@/lib/addresses/loaders";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { agentHref } from "@/lib/archive/hrefs";
import { agentRoles, type AgentRole } from "@/lib/archive/vocabulary";
import { dependsOn } from "@/lib/cache/render-scope";
import { loadRecordList } from "@/lib/record-lists/loaders";

const agentsPerPage = 100;

/** A page of the people, organisations and families that published records name, with counts by letter and by kind. */
export const loadAgents = async (filter: AgentFilter, page: number) => {
  dependsOn(recordsTag, authoritiesTag);
  const [{ rows, total }, counts] = await Promise.all([
    listAgents(filter, page, agentsPerPage),
    countAgents(filter.kind),
  ]);
  const pages = Math.max(1, Math.ceil(total / agentsPerPage));
  if (page > pages) notFound();
  return { agents: rows, total, page, pages, ...counts };
};

/** An agent, the roles it has in published records, and one page of those records: of all, or of one role. */
export const loadAgent = cache(async (slug: string, role: AgentRole | null, page: number) => {
  const agent = await loadAtAddress("agent", slug, findAgent, (moved) => permanentRedirect(agentHref(moved)));
  dependsOn(tagOf("agent", agent.id));
  const [counts, list] = await Promise.all([
    countAgentRoles(agent.id),
    loadRecordList({ by: "agent", id: agent.id, role }, page),
  ]);
  const roles = agentRoles.flatMap((name) => {
    const records = counts.get(name);
    return records ? [{ role: name, records }] : [];
  });
  return { ...agent, roles, list };
});
