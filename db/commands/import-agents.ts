import { eq, sql } from "drizzle-orm";
import type { FieldChange } from "@/lib/archive/field-change";
import { slugOfName } from "@/lib/archive/slug";
import type { NameScheme } from "@/lib/archive/vocabulary";
import type { Transaction } from "../client";
import { agentIdentifiers, agentNames, agents, retiredSlugs, revisions } from "../schema";
import { matchAgents, type Match } from "./import-agent-matches";
import { correctIdentifiers, mergeAgents } from "./import-agent-merge";
import { fieldsToWrite, findTouches, type AgentFields } from "./import-agent-fields";
import { identifierOf } from "./import-identifiers";
import { freeSlugs } from "./slugs";

export type ImportedName = {
  readonly name: string;
  readonly scheme: NameScheme;
  readonly script: string | null;
  readonly languageCode: string | null;
};

/** A person or organisation as an authority file describes it. */
export type AgentEntry = AgentFields & {
  /** The file's own id, "hsg-people:100200". */
  readonly identifier: string;
  /** SHA-256 of the line. */
  readonly hash: string;
  /** Where it stood and under what licence. */
  readonly origin: string;
  readonly kind: "person" | "organisation";
  readonly names: readonly ImportedName[];
  /** Ids of other files that records name the person by; the entry decides whose they are. */
  readonly references: readonly string[];
  /** Ids in other authority files. */
  readonly identifiers: readonly string[];
  /** Whether it only says what nobody else has said. */
  readonly fillsGapsOnly: boolean;
};

export type AgentsResult = {
  created: number;
  changed: number;
  unchanged: number;
  merged: number;
  /** Entries found by name, with the name that the archive prefers. */
  matched: { readonly origin: string; readonly name: string; readonly here: string }[];
  /** Agents whose records must be indexed again, because names or links changed. */
  touched: number[];
  /** Ids whose line is done once those records are indexed. */
  hashes: { readonly identifier: string; readonly hash: string }[];
};

/**
 * Stores entries of an authority file: describes those that are new, brings up to date what an earlier import wrote, fills what is
 * empty, and never touches what somebody else wrote. Agents that records made under ids of an entry become one with it. An entry
 * whose line is the same as last time is passed over. Call `concludeAgents` when the records of `touched` are indexed.
 */
export async function importAgents(
  tx: Transaction,
  entries: readonly AgentEntry[],
  isUnique: (name: string) => boolean,
): Promise<AgentsResult> {
  const done = await findDone(tx, entries);
  const open = entries.filter(({ identifier, hash }) => done.get(identifier) !== hash);
  const result: AgentsResult = {
    created: 0,
    changed: 0,
    unchanged: entries.length - open.length,
    merged: 0,
    matched: [],
    touched: [],
    hashes: open.map(({ identifier, hash }) => ({ identifier, hash })),
  };
  if (open.length === 0) return result;
  const matches = await matchAgents(tx, open, isUnique);
  // An entry whose records an interrupted import had still to index.
  for (const { entry, target } of matches)
    if (target && done.get(entry.identifier) === "") result.touched.push(target.id);
  const ids = await createAgents(
    tx,
    matches.filter(({ target }) => target === null).map(({ entry }) => entry),
  );
  await joinOthers(tx, matches, ids, result);
  await describeKnown(tx, matches, result);
  await writeNames(tx, matches, ids, result);
  await writeIdentifiers(tx, matches, ids);
  result.created = new Set(ids.values()).size;
  return result;
}

/** Marks lines as done, so that the next import passes them over. */
export async function concludeAgents(tx: Transaction, hashes: AgentsResult["hashes"]) {
  if (hashes.length === 0) return;
  const ids = hashes.map(({ identifier }) => identifierOf(identifier));
  await tx.execute(sql`
    update agent_identifiers i set source_hash = done.hash
    from unnest(${sql.param(ids.map(({ scheme }) => scheme))}::text[], ${sql.param(ids.map(({ value }) => value))}::text[],
      ${sql.param(hashes.map(({ hash }) => hash))}::text[]) as done (scheme, value, hash)
    where i.scheme = done.scheme and i.value = done.value
  `);
}

async function findDone(
  tx: Transaction,
  entries: readonly AgentEntry[],
): Promise<Map<string, string | null>> {
  const ids = entries.map(({ identifier }) => identifierOf(identifier));
  const rows = await tx.execute<{ identifier: string; hash: string | null }>(sql`
    select i.scheme || ':' || i.value as identifier, i.source_hash as hash
    from unnest(${sql.param(ids.map(({ scheme }) => scheme))}::text[], ${sql.param(ids.map(({ value }) => value))}::text[])
      as wanted (scheme, value)
    join agent_identifiers i using (scheme, value)
  `);
  return new Map([...rows].map(({ identifier, hash }) => [identifier, hash]));
}

/** Ids of new agents by the identifier of their entry. Lists of single volumes name one person many times. */
async function createAgents(tx: Transaction, entries: readonly AgentEntry[]): Promise<Map<string, number>> {
  if (entries.length === 0) return new Map();
  const keyOf = ({ fillsGapsOnly, name, identifier }: AgentEntry) => (fillsGapsOnly ? name : identifier);
  const made = [...new Map(entries.toReversed().map((entry) => [keyOf(entry), entry])).values()].toReversed();
  const slugs = await freeSlugs(
    tx,
    "agent",
    made.map(({ name }) => name),
  );
  const stored = await tx
    .insert(agents)
    .values(
      made.map((entry, index) => ({
        kind: entry.kind,
        slug: slugs[index] ?? "",
        name: entry.name,
        existenceEdtf: entry.existenceEdtf,
        description: entry.description,
        biographicalHistory: entry.biographicalHistory,
        viafId: entry.viafId,
      })),
    )
    .returning({ id: agents.id, slug: agents.slug });
  const bySlug = new Map(stored.map(({ id, slug }) => [slug, id]));
  const idOf = new Map(made.map((entry, index) => [keyOf(entry), bySlug.get(slugs[index] ?? "")]));
  await tx.insert(revisions).values(
    made.flatMap((entry) => {
      const entityId = idOf.get(keyOf(entry));
      if (entityId === undefined) return [];
      const changes = changesOf(entry);
      return [{ entity: "agent", entityId, action: "imported" as const, note: noteOf(entry), changes }];
    }),
  );
  return new Map(
    entries.flatMap((entry) => {
      const id = idOf.get(keyOf(entry));
      return id === undefined ? [] : [[entry.identifier, id] as const];
    }),
  );
}

/** The end of a note says which entry wrote a field; later imports of that entry may write it again. */
const noteOf = ({ origin, identifier }: AgentEntry) => `${origin} (${identifier})`;

const fieldNames = ["name", "existenceEdtf", "description", "biographicalHistory", "viafId"] as const;

function changesOf(entry: AgentEntry): FieldChange[] {
  const fields = fieldNames.map((field) => ({ field, before: null, after: entry[field] }));
  return [
    { field: "kind", before: null, after: entry.kind },
    ...fields.filter(({ after }) => after !== null),
    ...(entry.names.length > 0 ? [{ field: "names", before: null, after: [...entry.names] }] : []),
  ];
}

async function joinOthers(
  tx: Transaction,
  matches: readonly Match[],
  created: ReadonlyMap<string, number>,
  result: AgentsResult,
) {
  const merges = matches.flatMap(({ entry, target, others }) =>
    target === null
      ? []
      : others.map((from) => ({
          from,
          into: target,
          note: `One with ${target.name} (${target.slug}) by ${entry.origin}`,
        })),
  );
  await mergeAgents(tx, merges);
  result.merged = merges.length;
  for (const { into } of merges) result.touched.push(into.id);
  const corrections = matches.flatMap(({ entry, target, contested }) =>
    contested.flatMap(({ identifier, agentId }) => {
      const intoId = target?.id ?? created.get(entry.identifier);
      return intoId === undefined ? [] : [{ identifier, fromId: agentId, intoId }];
    }),
  );
  await correctIdentifiers(tx, corrections);
  for (const { fromId, intoId } of corrections) result.touched.push(fromId, intoId);
}

/** Writes what may be written of entries that are here already, each with a revision. */
async function describeKnown(tx: Transaction, matches: readonly Match[], result: AgentsResult) {
  const known = matches.flatMap((match) => (match.target ? [{ ...match, target: match.target }] : []));
  const touches = await findTouches(
    tx,
    known.map(({ target }) => target.id),
  );
  for (const { entry, target, isByName } of known) {
    if (isByName)
      result.matched.push({
        origin: entry.origin,
        name: entry.name,
        here: `${target.name} (${target.slug})`,
      });
    const { fields, changes, version } = fieldsToWrite(entry, target, touches);
    if (changes.length === 0) continue;
    result.changed += 1;
    const slug = fields.name === undefined ? undefined : await takeSlug(tx, target, fields.name);
    await tx
      .update(agents)
      .set({ ...fields, ...(slug === undefined ? {} : { slug }) })
      .where(eq(agents.id, target.id));
    if (fields.name !== undefined) {
      await tx
        .insert(agentNames)
        .values({ agentId: target.id, name: target.name, slug: slugOfName(target.name), position: 1_000 })
        .onConflictDoNothing();
      result.touched.push(target.id);
    }
    await tx.insert(revisions).values({
      entity: "agent",
      entityId: target.id,
      version,
      action: "imported",
      note: noteOf(entry),
      changes,
    });
  }
}

/** The address of a new preferred name; the old one redirects. */
async function takeSlug(tx: Transaction, { id, slug: old }: { id: number; slug: string }, name: string) {
  const [slug = old] = await freeSlugs(tx, "agent", [name]);
  if (slug !== old)
    await tx.insert(retiredSlugs).values({ owner: "agent", ownerId: id, slug: old }).onConflictDoNothing();
  return slug;
}

/** Adds the forms of the names that are not there yet, except where a curator has put the names in order. */
async function writeNames(
  tx: Transaction,
  matches: readonly Match[],
  created: ReadonlyMap<string, number>,
  result: AgentsResult,
) {
  const kept = await findTouches(
    tx,
    matches.flatMap(({ target }) => (target ? [target.id] : [])),
  );
  const rows = matches.flatMap(({ entry, target }) => {
    const agentId = target?.id ?? created.get(entry.identifier);
    if (agentId === undefined || kept.get(agentId)?.get("names")?.isCurators) return [];
    const forms: ImportedName[] = [
      { name: entry.name, scheme: "variant", script: null, languageCode: null },
      ...entry.names,
    ];
    return forms.map((form, position) => ({
      ...form,
      slug: slugOfName(form.name),
      agentId,
      position: position + 1,
    }));
  });
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const added = await tx
      .insert(agentNames)
      .values(rows.slice(start, start + rowsPerStatement))
      .onConflictDoNothing()
      .returning({ agentId: agentNames.agentId });
    result.touched.push(...added.map(({ agentId }) => agentId));
  }
  // The preferred form is no variant of itself.
  await tx.execute(sql`
    delete from agent_names n using agents a
    where a.id = n.agent_id and n.name = a.name
      and a.id = any(${sql.param([...new Set(rows.map(({ agentId }) => agentId))])}::integer[])
  `);
}

const rowsPerStatement = 5_000;

/**
 * An id without a hash is only known to mean the agent; one with a hash is of an entry that describes it, and the empty hash says
 * that the entry is not done yet.
 */
async function writeIdentifiers(
  tx: Transaction,
  matches: readonly Match[],
  created: ReadonlyMap<string, number>,
) {
  const of = (list: (entry: AgentEntry) => readonly string[], sourceHash: string | null) =>
    matches.flatMap(({ entry, target }) => {
      const agentId = target?.id ?? created.get(entry.identifier);
      return agentId === undefined
        ? []
        : list(entry).map((id) => ({ ...identifierOf(id), agentId, sourceHash }));
    });
  const own = of(({ identifier }) => [identifier], "");
  await tx
    .insert(agentIdentifiers)
    .values(own)
    .onConflictDoUpdate({
      target: [agentIdentifiers.scheme, agentIdentifiers.value],
      set: { sourceHash: "" },
    });
  const others = of(({ references, identifiers }) => [...references, ...identifiers], null);
  for (let start = 0; start < others.length; start += rowsPerStatement)
    await tx
      .insert(agentIdentifiers)
      .values(others.slice(start, start + rowsPerStatement))
      .onConflictDoNothing();
}

/** Records that are linked to any of the agents, each once. */
export async function recordsOfAgents(tx: Transaction, agentIds: readonly number[]): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    select distinct record_id as id from record_agents where agent_id = any(${sql.param([...agentIds])}::integer[]) order by 1
  `);
  return [...rows].map(({ id }) => id);
}
