import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { freeSlug } from "@/db/commands/slugs";
import { slugOfName } from "@/lib/archive/slug";
import { agentIdentifiers, agentNames, agents, placeNames, places, subjects } from "@/db/schema";
import { readSeedData, type SeedData } from "./data";
import { inserted } from "./outcomes";
import { sourceIdOf } from "./source-id";

/** Ids of authority entries: agents and places by their key in the seed, subjects by their heading. */
export type SeededAuthorities = {
  readonly agents: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, number>;
  readonly subjects: ReadonlyMap<string, number>;
};

/**
 * Stores the people, organisations, places and subjects of the seed and returns their ids. An entry that is there already, from
 * an interrupted run or under the same name from an import, stays as it is: curators may have changed it.
 */
export async function seedAuthorities(tx: Transaction): Promise<SeededAuthorities> {
  const agentIds = new Map<string, number>();
  for (const agent of await readSeedData("agents")) agentIds.set(agent.key, await seedAgent(tx, agent));
  const placeIds = new Map<string, number>();
  for (const place of await readSeedData("places")) {
    const parentId = place.parent === undefined ? null : (placeIds.get(place.parent) ?? null);
    placeIds.set(place.key, await seedPlace(tx, place, parentId));
  }
  const subjectIds = new Map<string, number>();
  for (const { name, scopeNote } of await readSeedData("subjects")) {
    subjectIds.set(name, await seedSubject(tx, name, scopeNote));
  }
  return { agents: agentIds, places: placeIds, subjects: subjectIds };
}

async function seedAgent(
  tx: Transaction,
  { key, names, ...agent }: SeedData["agents"][number],
): Promise<number> {
  const identifier = { scheme: "seed", value: `agent/${key}` };
  const [seeded] = await tx
    .select({ id: agentIdentifiers.agentId })
    .from(agentIdentifiers)
    .where(and(eq(agentIdentifiers.scheme, identifier.scheme), eq(agentIdentifiers.value, identifier.value)));
  if (seeded) return seeded.id;
  const [known] = await tx
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.kind, agent.kind), eq(agents.name, agent.name)))
    .orderBy(agents.id)
    .limit(1);
  if (known) return known.id;
  const slug = await freeSlug(tx, "agent", agent.name);
  const row = await inserted(
    tx
      .insert(agents)
      .values({ ...agent, slug })
      .returning({ id: agents.id }),
  );
  await tx.insert(agentIdentifiers).values({ ...identifier, agentId: row.id });
  const rows = names.map((name, position) => ({
    ...name,
    slug: slugOfName(name.name),
    agentId: row.id,
    position,
  }));
  if (rows.length > 0) await tx.insert(agentNames).values(rows);
  return row.id;
}

async function seedPlace(
  tx: Transaction,
  { key, names, name, kind, latitude, longitude, scopeNote, wikidataId }: SeedData["places"][number],
  parentId: number | null,
): Promise<number> {
  const sourceId = sourceIdOf(`place/${key}`);
  const isInParent = parentId === null ? isNull(places.parentId) : eq(places.parentId, parentId);
  const [known] = await tx
    .select({ id: places.id })
    .from(places)
    .where(or(eq(places.sourceId, sourceId), and(eq(places.name, name), isInParent)))
    .orderBy(sql`${places.sourceId} = ${sourceId} desc nulls last`)
    .limit(1);
  if (known) return known.id;
  const slug = await freeSlug(tx, "place", name);
  const row = await inserted(
    tx
      .insert(places)
      .values({ name, kind, latitude, longitude, scopeNote, wikidataId, slug, sourceId, parentId })
      .returning({ id: places.id }),
  );
  const rows = names.map((other, position) => ({
    ...other,
    slug: slugOfName(other.name),
    placeId: row.id,
    position,
  }));
  if (rows.length > 0) await tx.insert(placeNames).values(rows);
  return row.id;
}

/** Stores a heading together with the broader ones that its parts name, and returns its id. */
async function seedSubject(tx: Transaction, name: string, scopeNote?: string): Promise<number> {
  const [known] = await tx.select({ id: subjects.id }).from(subjects).where(eq(subjects.name, name));
  if (known) return known.id;
  const end = name.lastIndexOf("--");
  const parentId = end < 0 ? null : await seedSubject(tx, name.slice(0, end));
  const slug = await freeSlug(tx, "subject", name);
  const row = await inserted(
    tx
      .insert(subjects)
      .values({ name, slug, parentId, scopeNote: scopeNote ?? null })
      .returning({ id: subjects.id }),
  );
  return row.id;
}
