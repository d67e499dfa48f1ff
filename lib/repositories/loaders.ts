import "server-only";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import {
  listDuplicatesAmong,
  listFileReferences,
  listHoldingParts,
  listHoldings,
} from "@/db/queries/holdings";
import { findRepository, listRepositories } from "@/db/queries/repositories";
import { loadAtAddress } from "@/lib/addresses/loaders";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { holdingHref, holdingOf, wholeRepository, type Holding } from "@/lib/archive/holding";
import type { ListView } from "@/lib/archive/list-query";
import type { VocabularySort } from "@/lib/archive/vocabulary-kinds";
import { dependsOn } from "@/lib/cache/render-scope";
import { loadRecordList } from "@/lib/record-lists/loaders";
import { holdingTree, partsByLevel, readFile } from "./view";

/** The institutions that hold originals of published records. */
export const loadRepositories = cache(async (sort: VocabularySort) => {
  dependsOn(recordsTag, authoritiesTag);
  return listRepositories(sort);
});

/** Parts right below an institution that can be looked through without a field that finds them. */
const mostUnfiltered = 60;

/** Places that one page shows at once, as a tree or as a list. */
const mostPlaces = 200;

/**
 * An institution, the order of what it holds, and one page of the records whose originals it holds. Words narrow what it holds to the
 * parts right below it whose names contain them.
 */
export const loadRepository = cache(
  async (slug: string, part: number, words: string | null, ...[page, sort, year]: ListView) => {
    const repository = await repositoryAt(slug, wholeRepository);
    const [list, holdings] = await Promise.all([
      loadRecordList({ by: "repository", id: repository.id, at: wholeRepository }, { page, sort, year }),
      listHoldings(repository.id, mostPlaces),
    ]);
    const tree = holdings === null || words !== null ? null : holdingTree(repository.slug, holdings);
    const parts = tree === null ? await partsAt(repository, wholeRepository, part, words) : null;
    const isLong = words !== null || (tree?.length ?? parts?.total ?? 0) > mostUnfiltered;
    return { ...repository, list, tree, parts, isLong };
  },
);

/**
 * A place in the order of an institution: what lies below it and one page of its records, or, of a file, its folios. `path` is the
 * rest of the address, still encoded. A place that no published record refers to is not found.
 */
export const loadHolding = cache(
  async (slug: string, path: string, part: number, ...[page, sort, year]: ListView) => {
    const holding = holdingOf(path.split("/"));
    if (holding === null) {
      // No change of the archive can give such an address a meaning, but a page must name what it was made from.
      dependsOn(authoritiesTag);
      notFound();
    }
    const repository = await repositoryAt(slug, holding);
    if (holding.file !== null) {
      const references = await listFileReferences(repository.id, holding);
      if (references.length === 0) notFound();
      const pairs = await listDuplicatesAmong([...new Set(references.map(({ recordId }) => recordId))]);
      const file = readFile(references, pairs, page, mostPlaces);
      if (file.rows.length === 0) notFound();
      return { repository, holding, kind: "file" as const, file };
    }
    const filter = { by: "repository", id: repository.id, at: holding } as const;
    const list = await loadRecordList(filter, { page, sort, year });
    if (list.total === 0 && year === null) notFound();
    return {
      repository,
      holding,
      kind: "group" as const,
      list,
      parts: await partsAt(repository, holding, part),
    };
  },
);

async function repositoryAt(slug: string, holding: Holding) {
  const repository = await loadAtAddress("repository", slug, findRepository, (moved) =>
    permanentRedirect(holdingHref(moved, holding)),
  );
  dependsOn(tagOf("repository", repository.id));
  return repository;
}

async function partsAt(
  repository: { id: number; slug: string },
  holding: Holding,
  part: number,
  words: string | null = null,
) {
  const found = await listHoldingParts(repository.id, holding);
  const meant = words === null ? found : found.filter(({ name }) => isNamed(name, words));
  const parts = partsByLevel(repository.slug, holding, meant, part, mostPlaces);
  if (part > parts.pages) notFound();
  return parts;
}

const isNamed = (name: string, words: string) => name.toLowerCase().includes(words.toLowerCase());

export type HoldingParts = Awaited<ReturnType<typeof partsAt>>;
