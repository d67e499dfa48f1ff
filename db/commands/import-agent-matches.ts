import { sql } from "drizzle-orm";
import { spanOf } from "@/lib/archive/edtf";
import { personKey } from "@/lib/archive/person-name";
import type { AgentKind } from "@/lib/archive/vocabulary";
import type { Transaction } from "../client";
import { identifierOf } from "./import-identifiers";
import { findInAnyOrder, isOtherOfVolume, surnameWarning, type Bearer } from "./import-person-names";
import type { AgentEntry } from "./import-agents";

/** An agent of ours that an entry of an authority file may mean. */
export type Candidate = {
  readonly id: number;
  readonly slug: string;
  readonly kind: AgentKind;
  readonly name: string;
  readonly existenceEdtf: string | null;
  readonly description: string | null;
  readonly biographicalHistory: string | null;
  readonly viafId: string | null;
  /** Ids under which authority files know it, "scheme:value". */
  readonly described: readonly string[];
  readonly isSeeded: boolean;
  /** Whether a curator has worked on it. */
  readonly isCurated: boolean;
};

/** What an entry of an authority file means here. */
export type Match = {
  readonly entry: AgentEntry;
  /** Null where the archive has nobody of the kind yet. */
  readonly target: Candidate | null;
  /** Whether the target was found by its name alone. */
  readonly isByName: boolean;
  /** Others that are the same person and become one with the target. */
  readonly others: readonly Candidate[];
  /** Ids of the entry that another entry's agent has; they and what was linked by them move here. */
  readonly contested: readonly { readonly identifier: string; readonly agentId: number }[];
};

/**
 * Finds whom each entry means: whoever has its id; else those to whom records gave one of the ids it lists, and the one who bears
 * its name or a variant, if it is one only, here and in the file. Of several the oldest, so that the oldest address stays.
 * `isUnique` says whether one entry only of the whole file has a name.
 */
export async function matchAgents(
  tx: Transaction,
  entries: readonly AgentEntry[],
  isUnique: (name: string) => boolean,
): Promise<Match[]> {
  const owners = await findOwners(tx, entries);
  const bearers = await findBearers(tx, entries);
  const inAnyOrder = await findInAnyOrder(
    tx,
    entries.filter(({ kind }) => kind === "person").flatMap(formsOf),
  );
  const ids = new Set([
    ...owners.values(),
    ...[...bearers.values()].flat(),
    ...[...inAnyOrder.values()].flat().map(({ id }) => id),
  ]);
  const candidates = await findCandidates(tx, [...ids]);
  const claimed = new Set<number>();
  return entries.map((entry) => {
    const match = matchOf(entry, { owners, bearers, inAnyOrder, candidates, claimed, isUnique });
    for (const { id } of [...(match.target ? [match.target] : []), ...match.others]) claimed.add(id);
    return match;
  });
}

type Known = {
  /** Agents by identifier. */
  readonly owners: ReadonlyMap<string, number>;
  /** Agents by any form of their name. */
  readonly bearers: ReadonlyMap<string, readonly number[]>;
  /** People by the key that their name has in any order. */
  readonly inAnyOrder: ReadonlyMap<string, readonly Bearer[]>;
  readonly candidates: ReadonlyMap<number, Candidate>;
  /** Agents that an earlier entry of the batch means. */
  readonly claimed: ReadonlySet<number>;
  readonly isUnique: (name: string) => boolean;
};

function matchOf(entry: AgentEntry, known: Known): Match {
  const owner = candidateOf(known, known.owners.get(entry.identifier));
  const referred = entry.references.flatMap((identifier) => {
    const agent = candidateOf(known, known.owners.get(identifier));
    return agent ? [{ identifier, agent }] : [];
  });
  const isFree = (agent: Candidate) =>
    entry.fillsGapsOnly || (!known.claimed.has(agent.id) && !isAnother(agent, entry));
  const contested = referred
    .filter(({ agent }) => agent.id !== owner?.id && !isFree(agent))
    .map(({ identifier, agent }) => ({ identifier, agentId: agent.id }));
  const byId = [
    ...referred.map(({ agent }) => agent),
    ...entry.identifiers.flatMap((identifier) => candidateOf(known, known.owners.get(identifier)) ?? []),
  ].filter(isFree);
  const named = namesakeOf(entry, known);
  const sure = [...(owner ? [owner] : []), ...byId, ...(named && isFree(named) ? [named] : [])];
  const reordered = otherOrdersOf(entry, sure, known).filter(isFree);
  const all = new Map([...sure, ...reordered].map((agent) => [agent.id, agent]));
  const [oldest, ...younger] = [...all.values()].toSorted(
    (a, b) => Number(b.isCurated) - Number(a.isCurated) || a.id - b.id,
  );
  const target = owner ?? oldest ?? null;
  return {
    entry,
    target,
    isByName: owner === null && target !== null && byId.every(({ id }) => id !== target.id),
    // What a curator or another authority describes is not swallowed without being asked.
    others: (owner ? [...all.values()] : younger).filter(
      (agent) =>
        !entry.fillsGapsOnly &&
        agent.id !== target?.id &&
        !agent.isCurated &&
        !agent.isSeeded &&
        otherDescriptions(agent, entry).length === 0,
    ),
    contested: contested.filter(({ agentId }) => agentId !== target?.id),
  };
}

const candidateOf = ({ candidates }: Known, id: number | undefined): Candidate | null =>
  id === undefined ? null : (candidates.get(id) ?? null);

const schemeOf = (identifier: string) => identifierOf(identifier).scheme;

/** Whether the agent's ids say that it is somebody else of the same file. */
const isAnother = ({ described }: Candidate, { identifier: own }: AgentEntry) =>
  described.some((id) => id !== own && schemeOf(id) === schemeOf(own));

const formsOf = (entry: AgentEntry): string[] => [entry.name, ...entry.names.map(({ name }) => name)];

/**
 * Agents of records that write a form of the entry's name in another order or with other points: for each form the one who is left
 * when those are set aside who are known to be the same. Nobody whom a source gives an id of its own that the entry does not know.
 */
function otherOrdersOf(entry: AgentEntry, sure: readonly Candidate[], known: Known): Candidate[] {
  if (entry.kind !== "person" || (entry.fillsGapsOnly && sure.length > 0)) return [];
  const own = [entry.identifier, ...entry.references, ...entry.identifiers];
  const found = formsOf(entry).flatMap((form) => {
    const key = personKey(form);
    if (key === null || (!entry.fillsGapsOnly && !known.isUnique(form))) return [];
    const bearers = known.inAnyOrder.get(key) ?? [];
    const [only, ...more] = bearers.filter(({ id }) => sure.every((agent) => agent.id !== id));
    if (!only || more.length > 0) return [];
    const isElse = entry.fillsGapsOnly
      ? isOtherOfVolume(only.identifiers, entry.identifier)
      : only.identifiers.some((id) => !own.includes(id));
    const agent = candidateOf(known, only.id);
    return agent && !isElse && isSameLife(agent, entry) ? [agent] : [];
  });
  return found;
}

/** The ids under which other files than the entry's, and than those it speaks for, describe the agent. */
export const otherDescriptions = ({ described }: Candidate, { identifier, references }: AgentEntry) =>
  described.filter((id) => id !== identifier && !references.includes(id));

/** The one agent that bears a form of the entry's name which no other entry has. */
function namesakeOf(entry: AgentEntry, known: Known): Candidate | null {
  const forms = formsOf(entry).filter(
    // A word alone ("Wilson") is too little to know anybody by, unless it is all that there is.
    (name) => (entry.fillsGapsOnly || known.isUnique(name)) && (/[\s,]/.test(name) || name === entry.name),
  );
  for (const form of forms) {
    const bearers = (known.bearers.get(form) ?? [])
      .flatMap((id) => candidateOf(known, id) ?? [])
      .filter(({ description }) => description !== surnameWarning);
    const possible = bearers.filter((agent) => agent.kind === entry.kind && isSameLife(agent, entry));
    if (bearers.length === 1 && possible.length === 1) return possible[0] ?? null;
  }
  return null;
}

type Living = { readonly existenceEdtf: string | null };

/** Whether life dates, where both are known, are of one life: they begin and end in the same years. */
function isSameLife(a: Living, b: Living): boolean {
  const [one, other] = [a.existenceEdtf, b.existenceEdtf].map((edtf) =>
    edtf === null ? null : spanOf(edtf),
  );
  if (!one || !other) return true;
  const year = (day: number) => Math.trunc(day / 10_000);
  return Math.abs(year(one.earliest) - year(other.earliest)) <= 1 || year(one.latest) === year(other.latest);
}

async function findOwners(tx: Transaction, entries: readonly AgentEntry[]): Promise<Map<string, number>> {
  const ids = entries
    .flatMap(({ identifier, references, identifiers }) => [identifier, ...references, ...identifiers])
    .map(identifierOf);
  const rows = await tx.execute<{ identifier: string; id: number }>(sql`
    select i.scheme || ':' || i.value as identifier, i.agent_id as id
    from unnest(${sql.param(ids.map(({ scheme }) => scheme))}::text[], ${sql.param(ids.map(({ value }) => value))}::text[])
      as wanted (scheme, value)
    join agent_identifiers i using (scheme, value)
  `);
  return new Map([...rows].map(({ identifier, id }) => [identifier, id]));
}

async function findBearers(tx: Transaction, entries: readonly AgentEntry[]): Promise<Map<string, number[]>> {
  const names = [...new Set(entries.flatMap(formsOf))];
  const rows = await tx.execute<{ name: string; id: number }>(sql`
    select name, id from agents where name = any(${sql.param(names)}::text[])
    union
    select name, agent_id from agent_names where name = any(${sql.param(names)}::text[])
  `);
  const bearers = new Map<string, number[]>();
  for (const { name, id } of rows) bearers.set(name, [...(bearers.get(name) ?? []), id]);
  return bearers;
}

async function findCandidates(tx: Transaction, ids: readonly number[]): Promise<Map<number, Candidate>> {
  const rows = await tx.execute<Candidate>(sql`
    select a.id, a.slug, a.kind, a.name, a.existence_edtf as "existenceEdtf", a.description,
      a.biographical_history as "biographicalHistory", a.viaf_id as "viafId",
      array(
        select i.scheme || ':' || i.value from agent_identifiers i
        where i.agent_id = a.id and i.source_hash is not null
      ) as described,
      exists (select from agent_identifiers i where i.agent_id = a.id and i.scheme = 'seed') as "isSeeded",
      exists (
        select from revisions v where v.entity = 'agent' and v.entity_id = a.id and v.user_id is not null
      ) as "isCurated"
    from agents a where a.id = any(${sql.param([...ids])}::integer[])
  `);
  return new Map([...rows].map((row) => [row.id, row]));
}
