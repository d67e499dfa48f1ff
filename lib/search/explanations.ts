import type { QueryNode } from "@/lib/archive/search-query";
import { queryText } from "@/lib/archive/query-text";
import { findFacetEntries } from "@/db/queries/search-facets";
import { facets, spokenValue } from "./facets";
import { overlapping } from "./narrowing";
import { match, matchedIn, type Matched, type Matching } from "./matching";
import { wantedIn } from "./resolved-query";
import type { Emptiness, SearchHit, Widening } from "./results";
import { blankSearch, type SearchState } from "./state";

/** Nearest searches that are offered where nothing was found. */
const mostOffers = 6;

/** What was looked for besides the words as typed; only forms that results hold. */
export function wideningsOf(
  { query, evaluation }: Matching,
  { all, closest }: Matched,
  hits: readonly SearchHit[],
): Widening[] {
  const found = all.copy().or(closest);
  return wantedIn(query).flatMap((part, index): Widening[] => {
    if (part.kind !== "term") return [];
    const own = evaluation?.parts[index]?.alternatives ?? [];
    const held = part.alternatives.filter(
      ({ origin }, at) =>
        (origin === "name" || origin === "spelling") && own[at] && own[at].copy().and(found).count() > 0,
    );
    const [first] = held;
    if (!first || (first.origin !== "name" && first.origin !== "spelling")) return [];
    const texts = held.map(({ text, origin }) => (origin === "spelling" ? wordLike(text, hits) : text));
    return [{ kind: first.origin, typed: part.typed, also: [...new Set(texts)] }];
  });
}

/** A word as records write it that a posted one is the stem of. */
function wordLike(stem: string, hits: readonly SearchHit[]): string {
  const beginning = stem.slice(0, Math.max(3, stem.length - 1));
  const marked = hits
    .flatMap(({ title, snippet, foundIn }) => [title, snippet?.fragments ?? [], foundIn?.fragments ?? []])
    .flat()
    .filter(({ isMatch, text }) => isMatch && plain(text).startsWith(beginning))
    .map(({ text }) => text.toLowerCase());
  const counts = new Map<string, number>();
  for (const word of marked) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (
    [...counts].toSorted(([a, first], [b, second]) => second - first || a.length - b.length)[0]?.[0] ?? stem
  );
}

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();

/** Why nothing was found: what each word and filter finds alone, and the nearest searches that find something. */
export async function emptinessOf(matching: Matching): Promise<Emptiness> {
  const { state, parsed } = matching;
  const [filters, offers] = await Promise.all([
    filtersAlone(matching),
    Promise.all(
      nearer(state, parsed.node).map(async ({ label, state: other }) => {
        const { all, closest } = matchedIn(await match(other));
        return { label, state: other, total: all.or(closest).count() };
      }),
    ),
  ]);
  return {
    parts: [...wordsAlone(matching), ...filters],
    offers: offers
      .filter(({ total }) => total > 0)
      .toSorted((a, b) => b.total - a.total)
      .slice(0, mostOffers),
  };
}

const wordsAlone = ({ query, evaluation, catalogue }: Matching): Emptiness["parts"] =>
  wantedIn(query).map((part, index) => ({
    label: /^[“"]|:/.test(part.typed) ? part.typed : `“${part.typed}”`,
    alone: evaluation?.parts[index]?.found.copy().and(catalogue.live).count() ?? 0,
  }));

/** What each chosen value finds alone, by the name that readers see, and what the days find. */
async function filtersAlone({ conditions, catalogue, state }: Matching): Promise<Emptiness["parts"]> {
  const { chosen, days } = conditions;
  const wanted = facets.flatMap(({ name }) => {
    const values = chosen.get(name);
    return values ? [[name, { values }] as const] : [];
  });
  const entries = wanted.length > 0 ? await findFacetEntries(Object.fromEntries(wanted)) : [];
  const size = catalogue.live.size;
  const values = wanted.flatMap(([name, { values: own }]) =>
    own.map((value) => {
      const known = entries.find((entry) => entry.facet === name && entry.value === value);
      const label = spokenValue(name, value) ?? known?.label ?? value;
      const alone = catalogue.values.having(name, [value], size).and(catalogue.live).count();
      return { label: `${facets.find((facet) => facet.name === name)?.label ?? name}: ${label}`, alone };
    }),
  );
  if (days.from === null && days.to === null) return values;
  const alone = overlapping(catalogue, days).and(catalogue.live).count();
  return [...values, { label: datesInWords(state), alone }];
}

const datesInWords = ({ from, to, certain }: SearchState): string => {
  const span = from && to ? `${from} to ${to}` : from ? `from ${from}` : `until ${to}`;
  return `Dates: ${certain ? "certainly " : ""}${span}`;
};

/** Searches that ask for a little less: without the filters, without the dates, without one of the words. */
function nearer(state: SearchState, node: QueryNode | null): { label: string; state: SearchState }[] {
  const hasFilters = Object.keys(state.filters).length + Object.keys(state.excluded).length > 0;
  const hasDates = state.from !== "" || state.to !== "";
  const whole = { ...state, page: 1 };
  const parts = node?.kind === "and" ? node.parts : [];
  return [
    ...(state.exact ? [{ label: "also in other spellings", state: { ...whole, exact: false } }] : []),
    ...(state.certain ? [{ label: "with uncertain dates", state: { ...whole, certain: false } }] : []),
    ...(hasDates ? [{ label: "at any time", state: { ...whole, from: "", to: "", certain: false } }] : []),
    ...(hasFilters ? [{ label: "without filters", state: { ...whole, filters: {}, excluded: {} } }] : []),
    ...(hasFilters && hasDates
      ? [{ label: "without filters, at any time", state: { ...blankSearch, query: state.query } }]
      : []),
    ...(state.scope === "everything"
      ? []
      : [{ label: "in everything", state: { ...whole, scope: "everything" as const } }]),
    ...(hasFilters && state.query !== "" ? [{ label: "without words", state: { ...whole, query: "" } }] : []),
    ...parts.slice(0, mostOffers).map((part) => ({
      label: `without ${queryText(part)}`,
      state: { ...whole, query: queryText({ kind: "and", parts: parts.filter((other) => other !== part) }) },
    })),
  ];
}
