import type { NamedEntry } from "@/db/queries/search-names";
import { familyName, latinWords, suffixOf, withoutAsides, wordsInAsides } from "./name-words";

/** An entry of the authority file as the index holds it; the number of its published records follows the archive. */
export type IndexedEntry = NamedEntry & { records: number };

/** A form of an entry's name. */
export type NameForm = { readonly entry: IndexedEntry; readonly text: string };

/** Words of the vocabulary that stand side by side, from the first to before the last. */
export type WordRange = { readonly from: number; readonly to: number };

/** More words of one form are not kept. */
const mostWords = 200;

type Parsed = { readonly words: string[]; readonly whole: number; readonly family: WordRange };

/** A form's words: first those of the name itself, then those in brackets; and which of them are the family name of a person. */
function parsed(text: string, isPerson: boolean): Parsed {
  const name = withoutAsides(text);
  const whole = latinWords(name).slice(0, mostWords);
  const words = [...whole, ...wordsInAsides(text)].slice(0, mostWords);
  if (!isPerson) return { words, whole: whole.length, family: { from: 0, to: 0 } };
  const length = latinWords(familyName(name)).length;
  const to = name.indexOf(",") > 0 ? length : whole.length - latinWords(suffixOf(name)).length;
  return { words, whole: whole.length, family: { from: Math.max(0, to - length), to } };
}

/**
 * All forms of the names of one kind of entries, with a sorted vocabulary of their words. It is made once and only its counts change:
 * a change of names makes a new one. Words are those of `latinWords`.
 */
export class NameIndex {
  readonly #entries: ReadonlyMap<number, IndexedEntry>;
  readonly #forms: readonly NameForm[];
  readonly #vocabulary: readonly string[];
  /** The words of form n are those from `#starts[n]` to before `#starts[n + 1]`. */
  readonly #starts: Uint32Array;
  readonly #words: Uint32Array;
  /** How many of them are the name itself, and which of these the family name. */
  readonly #wholes: Uint8Array;
  readonly #families: Uint8Array;
  /** The forms that hold word w are those from `#postingStarts[w]` to before `#postingStarts[w + 1]`. */
  readonly #postingStarts: Uint32Array;
  readonly #postings: Uint32Array;

  constructor(entries: readonly IndexedEntry[]) {
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]));
    this.#forms = entries.flatMap((entry) => [entry.name, ...entry.others].map((text) => ({ entry, text })));
    const all = this.#forms.map(({ entry, text }) => parsed(text, entry.isPerson));
    this.#vocabulary = [...new Set(all.flatMap(({ words }) => words))].sort();
    const numbers = new Map(this.#vocabulary.map((word, number) => [word, number]));

    this.#starts = new Uint32Array(all.length + 1);
    for (const [form, { words }] of all.entries())
      this.#starts[form + 1] = (this.#starts[form] ?? 0) + words.length;
    this.#words = Uint32Array.from(all.flatMap(({ words }) => words.map((word) => numbers.get(word) ?? 0)));
    this.#wholes = Uint8Array.from(all, ({ whole }) => whole);
    this.#families = Uint8Array.from(all.flatMap(({ family }) => [family.from, family.to]));

    this.#postingStarts = new Uint32Array(this.#vocabulary.length + 1);
    for (const word of this.#words) this.#postingStarts[word + 1] = (this.#postingStarts[word + 1] ?? 0) + 1;
    for (let word = 0; word < this.#vocabulary.length; word += 1)
      this.#postingStarts[word + 1] = (this.#postingStarts[word + 1] ?? 0) + (this.#postingStarts[word] ?? 0);
    this.#postings = new Uint32Array(this.#words.length);
    const next = this.#postingStarts.slice();
    for (let form = 0; form < all.length; form += 1)
      for (const word of this.#wordsOf(form)) {
        this.#postings[next[word] ?? 0] = form;
        next[word] = (next[word] ?? 0) + 1;
      }
  }

  get entries(): ReadonlyMap<number, IndexedEntry> {
    return this.#entries;
  }

  /** The form of a number; numbers follow the order of entries, each with its preferred form first. */
  form(number: number): NameForm {
    const form = this.#forms[number];
    if (!form) throw new RangeError(`There is no form ${number}.`);
    return form;
  }

  #wordsOf = (form: number) => this.#words.subarray(this.#starts[form], this.#starts[form + 1]);

  /** The words of the name itself, without what is in brackets. */
  wholeOf = (form: number): Uint32Array => this.#wordsOf(form).subarray(0, this.#wholes[form]);

  /** Which words of a form are the family name; none where its entry is no person. */
  familyOf = (form: number): WordRange => ({
    from: this.#families[2 * form] ?? 0,
    to: this.#families[2 * form + 1] ?? 0,
  });

  #firstNotBefore(text: string): number {
    let [low, high] = [0, this.#vocabulary.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#vocabulary[middle] ?? "") < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The word itself; empty where no form holds it. */
  exactly(word: string): WordRange {
    const from = this.#firstNotBefore(word);
    return { from, to: from + Number(this.#vocabulary[from] === word) };
  }

  /** Every word that begins so. */
  beginningWith(text: string): WordRange {
    return { from: this.#firstNotBefore(text), to: this.#firstNotBefore(`${text}~`) };
  }

  /** Every word of which `isLike` is true. */
  wordsLike(isLike: (word: string) => boolean): WordRange[] {
    const ranges: { from: number; to: number }[] = [];
    for (const [number, word] of this.#vocabulary.entries()) {
      if (!isLike(word)) continue;
      const last = ranges.at(-1);
      if (last?.to === number) last.to = number + 1;
      else ranges.push({ from: number, to: number + 1 });
    }
    return ranges;
  }

  /** The forms that hold, for each of the wanted, a word of one of its ranges; each form once. */
  formsHolding(wanted: readonly (readonly WordRange[])[]): number[] {
    const sizes = wanted.map((ranges) =>
      ranges.reduce((sum, { from, to }) => sum + this.#postingsOf(from, to).length, 0),
    );
    const rarest = sizes.indexOf(Math.min(...sizes));
    const others = wanted.filter((_, index) => index !== rarest);
    const seen = new Uint8Array(this.#forms.length);
    const found: number[] = [];
    for (const { from, to } of wanted[rarest] ?? [])
      for (const form of this.#postingsOf(from, to)) {
        if (seen[form]) continue;
        seen[form] = 1;
        if (others.every((ranges) => this.#holds(form, ranges))) found.push(form);
      }
    return found;
  }

  #postingsOf = (from: number, to: number) =>
    this.#postings.subarray(this.#postingStarts[from], this.#postingStarts[to]);

  #holds = (form: number, ranges: readonly WordRange[]) =>
    this.#wordsOf(form).some((word) => ranges.some(({ from, to }) => word >= from && word < to));
}
