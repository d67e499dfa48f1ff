import { and, eq, sql } from "drizzle-orm";
import type { VocabularySort } from "@/lib/archive/vocabulary-kinds";
import { db } from "../client";
import { archivalReferences, places, records, repositories } from "../schema";
import { isPublished } from "./listed-records";

/** Every institution that holds originals of published records with the number of those records, by name or by that number. */
export async function listRepositories(sort: VocabularySort) {
  const name = sql`lower(unaccent(${repositories.name}))`;
  const count = sql<number>`count(distinct ${records.id})::integer`;
  return db()
    .select({
      slug: repositories.slug,
      name: repositories.name,
      abbreviation: repositories.abbreviation,
      place: places.name,
      records: count,
    })
    .from(repositories)
    .innerJoin(archivalReferences, eq(archivalReferences.repositoryId, repositories.id))
    .innerJoin(records, and(eq(records.id, archivalReferences.recordId), isPublished))
    .leftJoin(places, eq(places.id, repositories.placeId))
    .groupBy(repositories.id, places.name)
    .orderBy(...(sort === "records" ? [sql`${count} desc`, name] : [name]));
}

/** An institution that holds originals; null when there is none of this slug or id. */
export async function findRepository(key: { slug: string } | { id: number }) {
  const [repository] = await db()
    .select({
      id: repositories.id,
      slug: repositories.slug,
      name: repositories.name,
      abbreviation: repositories.abbreviation,
      otherNames: repositories.otherNames,
      description: repositories.description,
      uri: repositories.uri,
      place: { slug: places.slug, name: places.name },
    })
    .from(repositories)
    .leftJoin(places, eq(places.id, repositories.placeId))
    .where("slug" in key ? eq(repositories.slug, key.slug) : eq(repositories.id, key.id));
  return repository ?? null;
}
