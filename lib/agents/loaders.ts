import "server-only";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { cache } from "react";
import { countAgents, listAgents, type AgentFilter } from "@/db/queries/agent-lists";
import { countBetween, listCompanions, listCorrespondents } from "@/db/queries/agent-relations";
import { countAgentYears, listAgentPlaces, listAgentSubjects } from "@/db/queries/agent-topics";
import { countAgentRoles, findAgent } from "@/db/queries/agents";
import { loadAtAddress } from "@/lib/addresses/loaders";
import type { AgentSort, PairMode } from "@/lib/archive/agent-lists";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { agentHref, correspondentsHref, pairHref } from "@/lib/archive/hrefs";
import type { ListView } from "@/lib/archive/list-query";
import { agentKinds, agentRoles, type AgentRole } from "@/lib/archive/vocabulary";
import { dependsOn } from "@/lib/cache/render-scope";
import { loadRecordList } from "@/lib/record-lists/loaders";

const agentsPerPage = 100;
const correspondentsPerPage = 100;

/** How many neighbours, places and subjects an agent's own page names. */
const portraitLimits = { correspondents: 12, companions: 12, places: 16, subjects: 12 };

/**
 * A page of the people, organisations and families that published records name, or of the whole authority file, with counts by letter
 * and by kind. A page beyond the last one, and a letter that nothing begins with, are not found.
 */
export async function loadAgents(filter: AgentFilter, sort: AgentSort, page: number) {
  dependsOn(recordsTag, authoritiesTag);
  const counts = await countAgents(filter);
  const shown = (rows: typeof counts) => sumOf(rows, filter.isWhole ? "agents" : "named");
  const ofKind = counts.filter(({ kind }) => filter.kind === null || kind === filter.kind);
  const ofLetter = ofKind.filter(({ letter }) => filter.letter === null || letter === filter.letter);
  if (filter.letter !== null && ofLetter.length === 0) notFound();
  const total = shown(ofLetter);
  const pages = Math.max(1, Math.ceil(total / agentsPerPage));
  if (page > pages) notFound();
  return {
    agents: total === 0 ? [] : await listAgents(filter, sort, page, agentsPerPage),
    total,
    /** Those that match too and that no published record names. */
    unnamed: sumOf(ofLetter, "agents") - sumOf(ofLetter, "named"),
    page,
    pages,
    letters: new Map(
      [...new Set(ofKind.map(({ letter }) => letter))].map((letter) => [
        letter,
        shown(ofKind.filter((row) => row.letter === letter)),
      ]),
    ),
    kinds: new Map(agentKinds.map((kind) => [kind, shown(counts.filter((row) => row.kind === kind))])),
  };
}

const sumOf = (rows: Awaited<ReturnType<typeof countAgents>>, count: "agents" | "named") =>
  rows.reduce((sum, row) => sum + row[count], 0);

/** The agent at an address; another name's address leads to it, or to the list of all that share the name. */
const agentAt = async (slug: string, goTo: (slug: string) => never) => {
  const agent = await loadAtAddress("agent", slug, findAgent, goTo, (name) =>
    redirect(`/people?${new URLSearchParams({ q: name, all: "yes" })}`),
  );
  dependsOn(tagOf("agent", agent.id));
  return agent;
};

/** An agent, the roles it has in published records, and one page of those records: of all, or of one role. */
export const loadAgent = cache(
  async (slug: string, role: AgentRole | null, ...[page, sort, year]: ListView) => {
    const agent = await agentAt(slug, (moved) => permanentRedirect(agentHref(moved)));
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

export type Portrait = Awaited<ReturnType<typeof loadPortrait>>;

/** What the records of an agent tell of it: their years, those it wrote to and stands beside, places and subjects. */
export async function loadPortrait(agentId: number) {
  const [years, { correspondents, total }, companions, places, subjects] = await Promise.all([
    countAgentYears(agentId),
    listCorrespondents(agentId, { limit: portraitLimits.correspondents, offset: 0 }),
    listCompanions(agentId, portraitLimits.companions),
    listAgentPlaces(agentId, portraitLimits.places),
    listAgentSubjects(agentId, portraitLimits.subjects),
  ]);
  return { years, correspondents, correspondentCount: total, companions, places, subjects };
}

/** A page of those with whom an agent exchanged letters: the first is empty where there were none, one beyond the last is not found. */
export const loadCorrespondents = cache(async (slug: string, page: number) => {
  const agent = await agentAt(slug, (moved) => permanentRedirect(correspondentsHref(moved)));
  const part = { limit: correspondentsPerPage, offset: (page - 1) * correspondentsPerPage };
  const { correspondents, total } = await listCorrespondents(agent.id, part);
  if (correspondents.length === 0 && page > 1) notFound();
  return { agent, correspondents, total, page, pages: Math.max(1, Math.ceil(total / correspondentsPerPage)) };
});

/**
 * The records between two agents: their letters, or, where there are none or they are asked for, all that name both. Two agents who
 * share no record are not found.
 */
export const loadPair = cache(
  async (slug: string, otherSlug: string, mode: PairMode | null, ...[page, sort, year]: ListView) => {
    const agent = await agentAt(slug, (moved) => permanentRedirect(pairHref(moved, otherSlug)));
    const other = await agentAt(otherSlug, (moved) => permanentRedirect(pairHref(agent.slug, moved)));
    const counts = await countBetween(agent.id, other.id);
    if (agent.id === other.id || counts.together === 0) notFound();
    const usual: PairMode = counts.letters > 0 ? "letters" : "together";
    const shown = mode ?? usual;
    const list = await loadRecordList(
      { by: "pair", id: agent.id, otherId: other.id, mode: shown },
      { page, sort, year },
    );
    return { agent, other, counts, usual, mode: shown, list };
  },
);
