import { countOf } from "@/lib/archive/counts";
import type { SuggestionGroup } from "./suggestions";

/** Media type of what describes the search to browsers. */
export const openSearchType = "application/opensearchdescription+xml";

/** Suggestions as browsers take them (OpenSearch Suggestions 1.1): what was typed, the completions, what each is, its address. */
export function openSearchSuggestions(text: string, groups: readonly SuggestionGroup[], origin: URL) {
  const all = groups.flatMap(({ label, suggestions }) =>
    suggestions.map(({ records, ...suggestion }) => ({
      ...suggestion,
      about: records === null ? label : `${label}: ${countOf(records, "record")}`,
    })),
  );
  return [
    text,
    all.map(({ label }) => label),
    all.map(({ about }) => about),
    all.map(({ href }) => new URL(href, origin).href),
  ] as const;
}

/** The standard allows sixteen characters. */
const shortName = (name: string) => (name.length > 16 ? name.slice(0, 17).replace(/\s+\S*$/u, "") : name);

const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

/** The search of the archive for browsers that add search engines (OpenSearch 1.1). */
export function openSearchDescription(name: string, origin: URL): string {
  const address = (path: string) => escaped(new URL(path, origin).href);
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escaped(shortName(name))}</ShortName>
  <LongName>${escaped(name)}</LongName>
  <Description>Search the documents of ${escaped(name)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${address("/icon.svg")}</Image>
  <Url type="text/html" template="${address("/search")}?q={searchTerms}"/>
  <Url type="application/x-suggestions+json" template="${address("/search/suggest")}?q={searchTerms}&amp;format=opensearch"/>
</OpenSearchDescription>
`;
}
