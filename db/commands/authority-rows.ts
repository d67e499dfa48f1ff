import { and, eq, sql } from "drizzle-orm";
import { readIdentifier, type Identifier } from "@/lib/archive/identifiers";
import { slugOfName } from "@/lib/archive/slug";
import type { Transaction } from "../client";
import type {
  AgentDescription,
  AuthorityDescriptions,
  AuthorityKind,
  CollectionDescription,
  PlaceDescription,
  RepositoryDescription,
  SubjectDescription,
} from "../queries/authorities";
import {
  agentIdentifiers,
  agentNames,
  agents,
  collections,
  placeNames,
  places,
  repositories,
  subjects,
} from "../schema";

/**
 * Writes the rows of one entry under a slug that is free: a new entry when `id` is null. Returns its id. A name that another
 * entry has throws PostgreSQL's unique violation.
 */
type Writer<Description> = (
  tx: Transaction,
  id: number | null,
  description: Description,
  slug: string,
) => Promise<number>;

const writers: { [Kind in AuthorityKind]: Writer<AuthorityDescriptions[Kind]> } = {
  agent: writeAgent,
  place: writePlace,
  subject: writeSubject,
  collection: writeCollection,
  repository: writeRepository,
};

/** Writes an entry of any kind; see `Writer`. */
export async function writeAuthority<Kind extends AuthorityKind>(
  tx: Transaction,
  kind: Kind,
  id: number | null,
  description: AuthorityDescriptions[Kind],
  slug: string,
): Promise<number> {
  return writers[kind](tx, id, description, slug);
}

function stored(rows: readonly { id: number }[]): number {
  const [row] = rows;
  if (!row) throw new Error("The entry was not stored.");
  return row.id;
}

async function writeAgent(
  tx: Transaction,
  id: number | null,
  { names, identifiers, ...columns }: AgentDescription,
  slug: string,
) {
  const row = { ...columns, slug };
  const rows =
    id === null
      ? await tx.insert(agents).values(row).returning({ id: agents.id })
      : await tx.update(agents).set(row).where(eq(agents.id, id)).returning({ id: agents.id });
  const agentId = stored(rows);
  await tx.delete(agentNames).where(eq(agentNames.agentId, agentId));
  if (names.length > 0) {
    const variants = names.map((name, position) => ({
      ...name,
      slug: slugOfName(name.name),
      agentId,
      position,
    }));
    await tx.insert(agentNames).values(variants).onConflictDoNothing();
  }
  await writeIdentifiers(tx, agentId, identifiers);
  return agentId;
}

/** Ids that stay keep their rows: an import remembers there what it made of the entry. */
async function writeIdentifiers(tx: Transaction, agentId: number, identifiers: readonly string[]) {
  const wanted = identifiers.flatMap((line) => readIdentifier(line) ?? []);
  const present = await tx
    .select({ scheme: agentIdentifiers.scheme, value: agentIdentifiers.value })
    .from(agentIdentifiers)
    .where(eq(agentIdentifiers.agentId, agentId));
  const isIn = (list: readonly Identifier[], one: Identifier) =>
    list.some(({ scheme, value }) => scheme === one.scheme && value === one.value);
  for (const gone of present.filter((one) => !isIn(wanted, one)))
    await tx
      .delete(agentIdentifiers)
      .where(and(eq(agentIdentifiers.scheme, gone.scheme), eq(agentIdentifiers.value, gone.value)));
  const added = wanted.filter((one) => !isIn(present, one));
  if (added.length > 0) await tx.insert(agentIdentifiers).values(added.map((one) => ({ ...one, agentId })));
}

async function writePlace(
  tx: Transaction,
  id: number | null,
  { names, parent, ...columns }: PlaceDescription,
  slug: string,
) {
  const row = { ...columns, parentId: parent?.id ?? null, slug };
  const rows =
    id === null
      ? await tx.insert(places).values(row).returning({ id: places.id })
      : await tx.update(places).set(row).where(eq(places.id, id)).returning({ id: places.id });
  const placeId = stored(rows);
  await tx.delete(placeNames).where(eq(placeNames.placeId, placeId));
  if (names.length > 0) {
    const variants = names.map((name, position) => ({
      ...name,
      slug: slugOfName(name.name),
      placeId,
      position,
    }));
    await tx.insert(placeNames).values(variants).onConflictDoNothing();
  }
  return placeId;
}

async function writeSubject(
  tx: Transaction,
  id: number | null,
  { parent, ...columns }: SubjectDescription,
  slug: string,
) {
  const row = { ...columns, parentId: parent?.id ?? null, slug };
  return stored(
    id === null
      ? await tx.insert(subjects).values(row).returning({ id: subjects.id })
      : await tx.update(subjects).set(row).where(eq(subjects.id, id)).returning({ id: subjects.id }),
  );
}

async function writeCollection(
  tx: Transaction,
  id: number | null,
  { parent, name, ...columns }: CollectionDescription,
  slug: string,
) {
  const row = { ...columns, title: name, parentId: parent?.id ?? null, slug };
  return stored(
    id === null
      ? await tx.insert(collections).values(row).returning({ id: collections.id })
      : await tx
          .update(collections)
          .set({ ...row, version: sql`${collections.version} + 1` })
          .where(eq(collections.id, id))
          .returning({ id: collections.id }),
  );
}

async function writeRepository(
  tx: Transaction,
  id: number | null,
  { place, otherNames, ...columns }: RepositoryDescription,
  slug: string,
) {
  const row = { ...columns, otherNames: [...otherNames], placeId: place?.id ?? null, slug };
  return stored(
    id === null
      ? await tx.insert(repositories).values(row).returning({ id: repositories.id })
      : await tx
          .update(repositories)
          .set(row)
          .where(eq(repositories.id, id))
          .returning({ id: repositories.id }),
  );
}
