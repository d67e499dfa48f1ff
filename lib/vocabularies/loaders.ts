import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findVocabularyEntry, listVocabulary } from "@/db/queries/vocabularies";
import { authoritiesTag, recordsTag } from "@/lib/archive/cache-tags";
import type { ListView } from "@/lib/archive/list-query";
import type { VocabularyKind, VocabularySort } from "@/lib/archive/vocabulary-kinds";
import { dependsOn } from "@/lib/cache/render-scope";
import { loadRecordList } from "@/lib/record-lists/loaders";

/** The entries of a controlled list that published records carry, with how many do. */
export const loadVocabulary = cache(async (kind: VocabularyKind, sort: VocabularySort) => {
  dependsOn(recordsTag, authoritiesTag);
  return listVocabulary(kind, sort);
});

/** An entry of a controlled list and one page of the records that carry it. An entry that the list does not have is not found. */
export const loadVocabularyEntry = cache(
  async (kind: VocabularyKind, key: string, ...[page, sort, year]: ListView) => {
    dependsOn(recordsTag, authoritiesTag);
    const entry = (await findVocabularyEntry(kind, key)) ?? notFound();
    const list = await loadRecordList({ by: "vocabulary", kind, entryId: entry.id }, { page, sort, year });
    return { ...entry, list };
  },
);
