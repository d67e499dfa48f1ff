import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { freeSlug } from "@/db/commands/slugs";
import { collections } from "@/db/schema";
import { readSeedData, readSeedText } from "./data";
import { inserted } from "./outcomes";
import { sourceIdOf } from "./source-id";

/** Stores the collections of the seed with their essays and returns their ids by key. Those that are there stay as they are. */
export async function seedCollections(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  for (const [position, { key, essay, ...collection }] of (await readSeedData("collections")).entries()) {
    const sourceId = sourceIdOf(`collection/${key}`);
    const [known] = await tx
      .select({ id: collections.id })
      .from(collections)
      .where(eq(collections.sourceId, sourceId));
    const row =
      known ??
      (await inserted(
        tx
          .insert(collections)
          .values({
            ...collection,
            sourceId,
            position,
            slug: await freeSlug(tx, "collection", collection.title),
            essay: await readSeedText(essay),
          })
          .returning({ id: collections.id }),
      ));
    ids.set(key, row.id);
  }
  return ids;
}
