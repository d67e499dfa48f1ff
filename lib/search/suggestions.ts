import { setTimeout as sleep } from "node:timers/promises";
import {
  findAgentDescriptions,
  findRecordsTitled,
  listSuggestedRecords,
  type SuggestedRecord,
} from "@/db/queries/suggested-records";
import { agentHref, collectionHref, placeHref, recordHref, subjectHref } from "@/lib/archive/hrefs";
import { shownDate } from "@/lib/archive/listed-record";
import { headingInWords } from "@/lib/subjects/view";
import { ask, EngineAway } from "./engine";
import type { Completion } from "./name-completion";
import { isDense } from "./name-words";
import { complete, type Completions } from "./names";

/** Something to go to while somebody types a search. */
export type Suggestion = {
  readonly label: string;
  /** The other form of its name that was typed, where the label does not hold it. */
  readonly called: string | null;
  /** What tells it from its namesakes. */
  readonly detail: string | null;
  /** How many published records it has; null for a record. */
  readonly records: number | null;
  readonly href: string;
};

export type SuggestionGroup = {
  readonly kind: "people" | "places" | "subjects" | "collections" | "records";
  readonly label: string;
  /** Never empty. */
  readonly suggestions: readonly Suggestion[];
};

/** Suggestions of each kind. */
const perGroup = 3;
/** Letters that are read, and how many there must be; one sign may be a word in scripts of signs. */
const longestText = 100;
const shortestText = 2;

/** Titles are a courtesy: they are left out rather than waited for, and where many are looked for already. */
const patienceMs = 400;
const mostAtOnce = 8;
let asking = 0;

/** The words of what was typed, as suggestions are looked for; empty where that is too little. */
export function suggestibleText(typed: string): string {
  const text = Array.from(typed.toWellFormed().replaceAll(/[\p{Cc}\s]+/gu, " "))
    .slice(0, longestText)
    .join("")
    .trim();
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters >= shortestText || (letters > 0 && isDense(text)) ? text : "";
}

/** What the words may be meant for, in groups; groups without any are absent. Only what readers may see is among it. */
export async function listSuggestions(typed: string): Promise<SuggestionGroup[]> {
  const text = suggestibleText(typed);
  if (text === "") return [];
  const [completions, titled] = await Promise.all([complete(text, perGroup), recordsTitled(text)]);
  const descriptions = await findAgentDescriptions(completions.agent.map(({ entry }) => entry.id));
  const groups: SuggestionGroup[] = [
    {
      kind: "people",
      label: "People and organisations",
      suggestions: named(completions.agent, agentHref, ({ entry }) => descriptions.get(entry.id) ?? null),
    },
    { kind: "places", label: "Places", suggestions: named(completions.place, placeHref, above) },
    {
      kind: "subjects",
      label: "Subjects",
      // A broader heading stands in the words of the heading itself.
      suggestions: named(completions.subject, subjectHref, () => null),
    },
    {
      kind: "collections",
      label: "Collections",
      suggestions: named(completions.collection, collectionHref, above),
    },
    {
      kind: "records",
      label: "Records",
      suggestions: titled.map((record) => ({
        label: record.title,
        called: null,
        detail: shownDate(record)?.words ?? null,
        records: null,
        href: recordHref(record.slug),
      })),
    },
  ];
  return groups.filter(({ suggestions }) => suggestions.length > 0);
}

const above = ({ above: parent }: Completion) => parent;

const named = (
  completions: Completions[keyof Completions],
  hrefOf: (slug: string) => string,
  detailOf: (completion: Completion) => string | null,
): Suggestion[] =>
  completions.map((completion) => ({
    label: headingInWords(completion.entry.name),
    called: completion.called,
    detail: detailOf(completion),
    records: completion.entry.records,
    href: hrefOf(completion.entry.slug),
  }));

/** Published records whose titles hold the words; none where that cannot be known soon. */
async function recordsTitled(text: string): Promise<SuggestedRecord[]> {
  if (asking >= mostAtOnce) return [];
  asking += 1;
  const looking = lookForTitles(text)
    .catch(() => [])
    .finally(() => (asking -= 1));
  return Promise.race([looking, sleep(patienceMs, [], { ref: false })]);
}

/** From the engine, which forgives typing errors; from PostgreSQL while that is away. The index may name records withdrawn a moment ago. */
async function lookForTitles(text: string): Promise<SuggestedRecord[]> {
  // Marks that mean something to either of them are left out.
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  try {
    const [answer] = await ask([
      {
        q: words.join(" "),
        attributesToSearchOn: ["title", "otherTitles"],
        attributesToRetrieve: ["id"],
        matchingStrategy: "all",
        limit: 2 * perGroup,
      },
    ]);
    const found = await listSuggestedRecords((answer?.hits ?? []).flatMap(({ id }) => id ?? []));
    return found.slice(0, perGroup);
  } catch (error) {
    if (!(error instanceof EngineAway)) throw error;
    return findRecordsTitled(words, perGroup, patienceMs);
  }
}
