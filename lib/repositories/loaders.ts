import "server-only";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { findRepository, listRepositories } from "@/db/queries/repositories";
import { loadAtAddress } from "@/lib/addresses/loaders";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { repositoryHref } from "@/lib/archive/hrefs";
import { dependsOn } from "@/lib/cache/render-scope";
import { loadRecordList } from "@/lib/record-lists/loaders";

/** The institutions that hold originals of published records. */
export const loadRepositories = cache(async () => {
  dependsOn(recordsTag, authoritiesTag);
  return listRepositories();
});

/** An institution and one page of the records whose originals it holds. */
export const loadRepository = cache(async (slug: string, page: number) => {
  const repository = await loadAtAddress("repository", slug, findRepository, (moved) =>
    permanentRedirect(repositoryHref(moved)),
  );
  dependsOn(tagOf("repository", repository.id));
  return { ...repository, list: await loadRecordList({ by: "repository", id: repository.id }, page) };
});
