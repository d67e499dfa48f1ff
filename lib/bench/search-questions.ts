import { createHash } from "node:crypto";
import { sqlPool } from "@/db/client";

/** What is known of a record that a question is made from. */
export type QuestionSource = {
  readonly slug: string;
  readonly title: string;
  readonly name: string | null;
  readonly place: string | null;
  readonly collection: string;
  readonly year: number;
};

/** The parameters of a search: the words alone, and the same within a collection and some years. */
export type SearchQuestion = { readonly plain: URLSearchParams; readonly narrowed: URLSearchParams };

/** Words that nobody looks for alone. */
const commonWords = new Set(["the", "and", "for", "with", "from", "that", "this", "not", "are", "was"]);
const shortestWord = 3;
/** Words this long are mistyped and cut. */
const longWord = 5;
const mostWords = 4;
/** Years before and after the record's own that are chosen with it. */
const yearsAround = 2;

/**
 * Questions that nobody tuned anything for, made by rule from published records in an order that is as good as chance and the same each
 * time: at most `limit`, no two with the same words.
 */
export async function questionsFromRecords(limit: number): Promise<SearchQuestion[]> {
  const sources = await sqlPool()<QuestionSource[]>`
    select r.slug, r.title, r.date_earliest / 10000 as year, c.slug as collection, n.name, p.name as place
    from records r
    join lateral (select c.slug from collection_records l join collections c on c.id = l.collection_id
      where l.record_id = r.id and c.is_published order by c.id limit 1) c on true
    left join lateral (select a.name from record_agents l join agents a on a.id = l.agent_id
      where l.record_id = r.id order by l.role, l.position limit 1) n on true
    left join lateral (select p.name from record_places l join places p on p.id = l.place_id
      where l.record_id = r.id order by l.role, l.position limit 1) p on true
    where r.status = 'published' and r.date_earliest >= 10000000
    order by md5(r.slug)`;
  const questions = new Map<string, SearchQuestion>();
  for (const source of sources) {
    const words = wordsAbout(source);
    if (words !== null && !questions.has(words)) questions.set(words, asked(words, source));
    if (questions.size === limit) break;
  }
  return [...questions.values()];
}

function asked(words: string, { collection, year }: QuestionSource): SearchQuestion {
  const years = [year - yearsAround, year + yearsAround].map((each) => String(each).padStart(4, "0"));
  const [from = "", to = ""] = years;
  return {
    plain: new URLSearchParams({ q: words }),
    narrowed: new URLSearchParams({ q: words, collection, from, to }),
  };
}

/**
 * One to four words about a record: of its title, or a name or place of it first. One question of ten has a typing error, another one ends
 * with the beginning of a word. Null where the record has no words. Its slug alone decides what is chosen.
 */
export function wordsAbout({ slug, title, name, place }: QuestionSource): string | null {
  const [length = 0, kind = 0, start = 0, change = 0, position = 0] = createHash("md5").update(slug).digest();
  const wanted = 1 + (length % mostWords);
  const before = wordsIn([null, null, name, place][kind % 4] ?? "").slice(0, wanted);
  const others = wordsIn(title).filter((word) => !before.includes(word));
  const room = wanted - before.length;
  const first = start % Math.max(1, others.length - room + 1);
  const words = [...before, ...others.slice(first, first + room)];
  if (words.length === 0) return null;
  if (change % 10 === 0) return mistyped(words, position).join(" ");
  return (change % 10 === 1 ? unfinished(words) : words).join(" ");
}

const wordsIn = (text: string): string[] => [
  ...new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
      (word) => word.length >= shortestWord && !commonWords.has(word),
    ),
  ),
];

/** The longest word with two letters exchanged, or one left out where they are the same. */
function mistyped(words: readonly string[], position: number): string[] {
  const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? "";
  if (longest.length < longWord || /\p{N}/u.test(longest)) return [...words];
  const at = 1 + (position % (longest.length - 2));
  const [letter = "", next = ""] = longest.slice(at, at + 2);
  const swapped = letter === next ? letter : next + letter;
  const wrong = longest.slice(0, at) + swapped + longest.slice(at + 2);
  return words.map((word) => (word === longest ? wrong : word));
}

/** The same with only the first half of the last word. */
function unfinished(words: readonly string[]): string[] {
  const last = words.at(-1) ?? "";
  if (last.length < longWord) return [...words];
  return [...words.slice(0, -1), last.slice(0, Math.max(shortestWord, Math.ceil(last.length / 2)))];
}
