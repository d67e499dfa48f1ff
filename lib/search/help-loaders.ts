import "server-only";
import { cache } from "react";
import { listVocabulary } from "@/db/queries/vocabularies";
import { authoritiesTag, recordsTag } from "@/lib/archive/cache-tags";
import { dependsOn } from "@/lib/cache/render-scope";

/** Values of a field that the help names; the page of the list has the others. */
const mostNamed = 12;

/** What `type:` and `lang:` can ask for in this archive: the most frequent values first, and whether there are more. */
export const loadSearchHelp = cache(async () => {
  dependsOn(recordsTag, authoritiesTag);
  const [types, languages] = await Promise.all([
    listVocabulary("document-type", "records"),
    listVocabulary("language", "records"),
  ]);
  return {
    types: types.slice(0, mostNamed).map(({ name }) => ({ name, value: name })),
    languages: languages
      .slice(0, mostNamed)
      .map(({ key, name }) => ({ name: `${name} (${key})`, value: key })),
  };
});

export type SearchHelp = Awaited<ReturnType<typeof loadSearchHelp>>;
