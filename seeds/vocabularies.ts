import type { Transaction } from "@/db/client";
import { classifications, documentTypes, languages, rights } from "@/db/schema";
import { slugOf } from "@/lib/archive/slug";
import { readSeedData } from "./data";

/** Stores languages, document types, classifications and rights statements. Entries that are there already stay as they are. */
export async function seedVocabularies(tx: Transaction) {
  const data = await readSeedData("vocabularies");
  await tx.insert(languages).values(data.languages).onConflictDoNothing();
  await tx
    .insert(documentTypes)
    .values(data.documentTypes.map((name) => ({ name, slug: slugOf(name) })))
    .onConflictDoNothing();
  await tx
    .insert(classifications)
    .values(data.classifications.map(({ name, rank }) => ({ name, rank, slug: slugOf(name) })))
    .onConflictDoNothing();
  await tx.insert(rights).values(data.rights).onConflictDoNothing();
}
