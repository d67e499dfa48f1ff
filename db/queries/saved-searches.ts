import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "../client";
import { savedSearches, users } from "../schema";

/** A search that a curator keeps under a name. */
export type SavedSearch = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** The query of the address of `/search`. */
  readonly parameters: string;
  readonly ownerId: number;
  readonly owner: string;
  readonly version: number;
  readonly updatedAt: Date;
};

const columns = {
  id: savedSearches.id,
  slug: savedSearches.slug,
  name: savedSearches.name,
  parameters: savedSearches.parameters,
  ownerId: savedSearches.ownerId,
  owner: users.name,
  version: savedSearches.version,
  updatedAt: savedSearches.updatedAt,
};

const isKept = isNull(savedSearches.deletedAt);

const withOwner = () =>
  db().select(columns).from(savedSearches).innerJoin(users, eq(users.id, savedSearches.ownerId));

/** The saved searches, by name. */
export async function listSavedSearches(): Promise<SavedSearch[]> {
  return withOwner()
    .where(isKept)
    .orderBy(sql`${savedSearches.name} collate "und-x-icu"`, asc(savedSearches.id));
}

/** A saved search; null when there is none or it was given up. */
export async function findSavedSearch(id: number): Promise<SavedSearch | null> {
  const [row] = await withOwner().where(and(eq(savedSearches.id, id), isKept));
  return row ?? null;
}

/** What is at an address: a saved search, one that was given up, or nothing. */
export async function findSavedSearchAt(
  slug: string,
): Promise<Pick<SavedSearch, "slug" | "name" | "parameters"> | "gone" | null> {
  const [row] = await db()
    .select({
      slug: savedSearches.slug,
      name: savedSearches.name,
      parameters: savedSearches.parameters,
      deletedAt: savedSearches.deletedAt,
    })
    .from(savedSearches)
    .where(eq(savedSearches.slug, slug));
  if (!row) return null;
  const { deletedAt, ...search } = row;
  return deletedAt === null ? search : "gone";
}
