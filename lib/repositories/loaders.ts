import "server-only";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { findRepository, listRepositories } from "@/db/queries/repositories";
import { loadAtAddress } from "@/lib/addresses/loaders";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { repositoryHref } from "@/lib/archive/hrefs";
import type { ListView } from "@/lib/archive/list-query";
import { dependsOn } from "@/lib/cache/render-scope";
import { loadRecordList } from "@/lib/record-lists/loaders";

/** The institutions that hold originals of published records. */
export const loadRepositories = cache(async () => {
  dependsOn(recordsTag, authoritiesTag);
  return listRepositories();
});

/** An institution and one page of the records whose originals it holds. */
export const loadRepository = cache(async (slug: string, ...[page, sort, year]: ListView) => {
  const repository = await loadAtAddress("repository", slug, findRepository, (moved) =>
    permanentRedirect(repositoryHref(moved)),
  );
  dependsOn(tagOf("repository", repository.id));
  const list = await loadRecordList({ by: "repository", id: repository.id }, { page, sort, year });
  return { ...repository, list };
});
