import { findBestPassages, findHits, type HitRow, type PassageParagraph } from "@/db/queries/search-hits";
import { postedFields } from "@/db/queries/search-postings";
import { describedFields, readDescribed } from "@/lib/archive/described-words";
import type { Matching } from "./matching";
import { marksOf } from "./marks";
import { marked, passageFinder, passageIn, type PassageFinder } from "./passages";
import { tellingWords, type Ranked } from "./ranking";
import { wantedIn } from "./resolved-query";
import type { Passage, Reason, SearchHit } from "./results";
import { fragmentsOf, hasMatch, matchCount, tellsMore } from "./snippet";

/** People of a record that a hit names. */
const peopleShown = 5;
const placesShown = 3;

/** What is looked for, ready to be found in what hits show. */
type Finders = {
  readonly all: PassageFinder;
  /** For each wanted word or set what the reader wrote, and what each of its alternatives looks like. */
  readonly parts: readonly {
    readonly typed: string;
    readonly alternatives: readonly {
      readonly text: string;
      readonly isTyped: boolean;
      readonly find: PassageFinder;
    }[];
  }[];
};

/**
 * Records as results show them, in the order of their numbers: with the passage that says most of the question marked. Those that are no
 * longer published are left out.
 */
export async function hitsOf(
  matching: Matching,
  ids: readonly number[],
  { passages: known, lookedAt }: Pick<Ranked, "passages" | "lookedAt">,
): Promise<SearchHit[]> {
  const unknown = ids.filter((id) => !lookedAt.has(id));
  const others = await findBestPassages(unknown, tellingWords(matching));
  const best = new Map([...known, ...others.map((passage) => [passage.id, passage] as const)]);
  // Of a record that no text of tells anything, the beginning is shown.
  const rows = await findHits(ids.map((id) => ({ id, passage: best.get(id)?.ordinal ?? 0 })));
  const finders = findersOf(matching);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? [hitOf(row, finders, matching)] : [];
  });
}

function findersOf({ query }: Matching): Finders {
  const parts = wantedIn(query).map((part) => {
    const alternatives =
      part.kind === "term"
        ? part.alternatives.map(({ text, origin }) => ({
            text,
            isTyped: origin === "typed" || origin === "beginning",
            // A posted word may be two that a stroke joins: "missile/equipment".
            find: origin === "beginning" ? passageFinder([], [part.typed]) : passageFinder([text]),
          }))
        : [{ text: part.typed, isTyped: true, find: passageFinder(part.lexemes) }];
    return { typed: part.typed, alternatives };
  });
  const sources = parts.flatMap(({ alternatives }) => alternatives.flatMap(({ find }) => find?.source ?? []));
  const distinct = [...new Set(sources)];
  return { all: distinct.length > 0 ? new RegExp(distinct.join("|"), "gu") : null, parts };
}

function hitOf(row: HitRow, finders: Finders, matching: Matching): SearchHit {
  const { fields, lists } = readDescribed(row.described);
  const title = marked(row.title, finders.all);
  const summary = row.summary ? passageIn(row.summary, finders.all) : "";
  const { words, anchor } = bestParagraph(row.paragraphs, finders.all);
  const usesText = tellsMore(words, summary) || summary === "";
  const shown = usesText ? words : summary;
  const isSeen = hasMatch(title) || hasMatch(shown);
  const { query, evaluation, catalogue } = matching;
  const place = catalogue.placeOf(row.id);
  return {
    id: row.id,
    slug: row.slug,
    title: fragmentsOf(title),
    dateExpression: row.dateExpression,
    dateEdtf: row.dateEdtf,
    snippet: shown ? { field: usesText ? "Text" : null, fragments: fragmentsOf(shown) } : null,
    anchor: usesText && hasMatch(words) ? anchor : null,
    marks: marksOf(
      wantedIn(query),
      (part, at) => evaluation?.parts[part]?.alternatives[at]?.has(place) ?? false,
    ),
    foundIn: isSeen || !finders.all ? null : elsewhere(fields, finders.all),
    types: lists.types,
    people: [...new Set(lists.people)].slice(0, peopleShown),
    places: [...new Set(lists.placed)].slice(0, placesShown),
    reasons: reasonsOf(row, fields, finders, matching),
  };
}

/** The paragraph of a passage with most of the words, marked; its beginning where it has none of them. */
function bestParagraph(paragraphs: readonly PassageParagraph[], find: PassageFinder) {
  let best = { words: "", anchor: "", count: -1 };
  for (const { plain, anchor } of paragraphs) {
    const words = passageIn(plain, find);
    const count = matchCount(fragmentsOf(words));
    if (count > best.count) best = { words, anchor, count };
  }
  return best;
}

type Fields = ReturnType<typeof readDescribed>["fields"];

function elsewhere(fields: Fields, find: RegExp): Passage | null {
  for (const { name, label } of describedFields) {
    const cut = passageIn(fields.get(name) ?? "", find);
    if (hasMatch(cut)) return { field: label, fragments: fragmentsOf(cut) };
  }
  return null;
}

/** For each word of the question where the record holds it, and in which form. */
function reasonsOf(
  row: HitRow,
  fields: Fields,
  { parts }: Finders,
  { evaluation, catalogue }: Matching,
): Reason[] {
  const place = catalogue.placeOf(row.id);
  return parts.flatMap(({ typed, alternatives }, index) => {
    const part = evaluation?.parts[index];
    if (!part) return [];
    const holding = alternatives.filter((_, at) => part.alternatives[at]?.has(place));
    const [own] = holding.length > 0 ? holding : alternatives.slice(0, 1);
    const mask = part.fields[place] ?? 0;
    if (!own || mask === 0) return [];
    const described = describedFields.filter(
      ({ name }) => own.find && test(own.find, fields.get(name) ?? ""),
    );
    return [
      {
        word: typed,
        as: own.isTyped ? null : own.text,
        fields: [
          ...((mask & postedFields.title) !== 0 && test(own.find, row.title) ? ["title"] : []),
          ...described.map(({ label }) => label.toLowerCase()),
          ...((mask & postedFields.summary) !== 0 ? ["summary"] : []),
          ...((mask & postedFields.text) !== 0 ? ["text"] : []),
        ],
      },
    ];
  });
}

/** Whether a finder finds anything in a text. */
const test = (find: PassageFinder, text: string): boolean => find !== null && hasMatch(marked(text, find));
