import { findPhrase } from "@/db/queries/search-postings";
import type { QueryNode } from "@/lib/archive/search-query";
import type { Catalogue } from "./catalogue";
import { placesOf } from "./resolve-query";
import { recordsWith, type Postings } from "./evaluation";
import { findNamed, otherNames } from "./names";
import { lexemesOf } from "./postings";
import type { Alternative, ResolvedQuery } from "./resolved-query";
import { likelySpellings } from "./word-forms";

/** A word that this many records hold, or a larger share of all, is right as it is. */
const fewestRight = 30;
const shareRight = 1 / 300;
/** Other names of several words that are looked for as phrases; each is a look into the database. */
const mostPhrases = 4;
/** From so many words on a name is looked for as a phrase: its words alone stand in too many records. */
const wordsOfPhrase = 3;

type Term = Extract<ResolvedQuery, { kind: "term" }>;

/** Plain words side by side, as names are written; null where the query is more than that. */
export function plainWords(node: QueryNode): string[] | null {
  const parts = node.kind === "and" ? node.parts : [node];
  const words = parts.flatMap((part) => (part.kind === "word" && part.match === "forms" ? [part.text] : []));
  return words.length === parts.length ? words : null;
}

/**
 * Puts beside the words of a query what else they may mean: the other names of the person, organisation or place that they name, and
 * likely spellings of words that hardly any record holds. What a query excludes or quotes stays as it is.
 */
export async function widenQuery(
  query: ResolvedQuery,
  words: readonly string[] | null,
  { postings, catalogue }: { postings: Postings; catalogue: Catalogue },
): Promise<ResolvedQuery> {
  const named = words ? await withNames(query, words, catalogue) : query;
  return withSpellings(named, postings, catalogue);
}

/** Whether somebody, a place or a thing is called so: such a word is no slip, however near it is to another. */
async function isName(word: string): Promise<boolean> {
  const named = await findNamed(["agent", "place", "subject", "repository"], word);
  return [...named.values()].some(({ length }) => length > 0);
}

/** A query of plain words in which those that are a name have become one term with the other names. */
async function withNames(
  query: ResolvedQuery,
  words: readonly string[],
  catalogue: Catalogue,
): Promise<ResolvedQuery> {
  const stretches = await otherNames(words);
  if (stretches.length === 0) return query;
  const terms = termsByWord(query);
  const parts: ResolvedQuery[] = [];
  for (let at = 0; at < words.length;) {
    const stretch = stretches.find(({ start }) => start === at);
    const length = stretch?.length ?? 1;
    const own = words.slice(at, at + length).flatMap((word) => terms.get(word) ?? []);
    const [first] = own;
    if (stretch && first) parts.push(await asName(own, first, stretch.forms, catalogue));
    else parts.push(...own);
    at += length;
  }
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: "and", parts };
}

function termsByWord(query: ResolvedQuery): Map<string, Term> {
  const parts = query.kind === "and" ? query.parts : [query];
  return new Map(parts.flatMap((part) => (part.kind === "term" ? [[part.typed, part]] : [])));
}

async function asName(
  own: readonly Term[],
  { fields }: Term,
  forms: readonly string[],
  catalogue: Catalogue,
): Promise<Term> {
  const typed = own.map((term) => term.typed).join(" ");
  const typedLexemes = own.flatMap(({ alternatives }) => alternatives[0]?.lexemes ?? []);
  const lexemes = await lexemesOf(forms);
  let phrases = 0;
  const others: Alternative[] = [];
  for (const text of forms) {
    const formLexemes = lexemes.get(text) ?? [];
    if (formLexemes.length === 0) continue;
    const isPhrase = formLexemes.length >= wordsOfPhrase && !text.includes(",");
    if (isPhrase) phrases += 1;
    if (isPhrase && phrases > mostPhrases) continue;
    const within = isPhrase ? placesOf(catalogue, await findPhrase(text, "anywhere")) : null;
    others.push({ text, lexemes: formLexemes, within, origin: "name" });
  }
  return {
    kind: "term",
    typed,
    fields,
    alternatives: [{ text: typed, lexemes: typedLexemes, within: null, origin: "typed" }, ...others],
  };
}

async function withSpellings(
  query: ResolvedQuery,
  postings: Postings,
  catalogue: Catalogue,
): Promise<ResolvedQuery> {
  if (query.kind === "and" || query.kind === "or") {
    const parts = await Promise.all(query.parts.map((part) => withSpellings(part, postings, catalogue)));
    return { kind: query.kind, parts };
  }
  if (query.kind !== "term") return query;
  const [typed, ...names] = query.alternatives;
  const [lexeme, ...more] = typed?.lexemes ?? [];
  if (typed?.origin !== "typed" || lexeme === undefined || more.length > 0 || names.length > 0) return query;
  const records = recordsWith(lexeme, postings, catalogue);
  if (records > Math.max(fewestRight, catalogue.size * shareRight)) return query;
  if (records > 0 && (await isName(typed.text))) return query;
  const spellings = (await likelySpellings({ typed: typed.text, lexeme }, records, catalogue)).map(
    (like): Alternative => ({
      text: like,
      lexemes: [like],
      within: null,
      origin: "spelling",
    }),
  );
  return spellings.length === 0 ? query : { ...query, alternatives: [typed, ...spellings] };
}
