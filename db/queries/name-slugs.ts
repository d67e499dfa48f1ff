import { eq, sql } from "drizzle-orm";
import { db } from "../client";
import { agentNames, agents, placeNames, places } from "../schema";

/** Kinds of entry whose other names have addresses that lead to the entry. */
export type NamedOwner = "agent" | "place";

/** An entry and the name of it that an address stands for. */
export type NamedEntry = { readonly slug: string; readonly name: string };

/** The entries that have another name of this slug: none, the one it means, or several that share it. */
export async function listEntriesNamed(owner: NamedOwner, slug: string): Promise<NamedEntry[]> {
  if (owner === "agent") {
    return db()
      .select({ slug: agents.slug, name: sql<string>`min(${agentNames.name})` })
      .from(agentNames)
      .innerJoin(agents, eq(agents.id, agentNames.agentId))
      .where(eq(agentNames.slug, slug))
      .groupBy(agents.id);
  }
  return db()
    .select({ slug: places.slug, name: sql<string>`min(${placeNames.name})` })
    .from(placeNames)
    .innerJoin(places, eq(places.id, placeNames.placeId))
    .where(eq(placeNames.slug, slug))
    .groupBy(places.id);
}
