import type { NameKind } from "@/db/queries/search-names";
import { personKey } from "@/lib/archive/person-name";
import { areSpellings } from "./likeness";
import type { IndexedEntry, NameForm, NameIndex } from "./name-index";
import { familyName, isDense, isTooShort, latinWords, ownKey, ownWords, withoutAsides } from "./name-words";

/** Words of a query that name entries, and the other forms of their names. */
export type OtherNames = {
  /** The first of the words, and how many they are. */
  readonly start: number;
  readonly length: number;
  readonly kind: NameKind;
  readonly entryIds: readonly number[];
  /** Never empty; the most used first. Personal names in the order in which they are filed. */
  readonly forms: readonly string[];
};

/** Words of a query that may be one name. */
const longestName = 6;
/** Forms offered for one name. */
const mostForms = 12;

/** Whether a form is an abbreviation, which in small letters may be another word: "AID", "START". */
const isAbbreviation = (form: string) => /^\P{Ll}{2,6}$/u.test(form) && /\p{Lu}/u.test(form);

/** Forms that name what was typed, and those to offer for it. */
type Naming = { readonly entryIds: number[]; readonly offered: NameForm[] };

/** The forms that were typed in full, in whatever order their words stand. */
function typedForms(index: NameIndex, words: readonly string[]): number[] {
  const wanted = words.map((word) => index.exactly(word));
  if (wanted.some(({ from, to }) => from === to)) return [];
  const sorted = wanted.map(({ from }) => from).toSorted((a, b) => a - b);
  return index.formsHolding(wanted.map((range) => [range])).filter((form) => {
    const whole = index.wholeOf(form);
    return (
      index.form(form).entry.records > 0 &&
      whole.length === sorted.length &&
      whole.toSorted().every((word, place) => word === sorted[place])
    );
  });
}

/** The forms of persons whose family name was typed. */
function typedFamilies(index: NameIndex, words: readonly string[]): number[] {
  const wanted = words.map((word) => index.exactly(word));
  if (wanted.some(({ from, to }) => from === to)) return [];
  return index.formsHolding(wanted.map((range) => [range])).filter((form) => {
    const { from, to } = index.familyOf(form);
    const family = index.wholeOf(form).subarray(from, to);
    return (
      index.form(form).entry.records > 0 &&
      family.length === wanted.length &&
      wanted.every((range, place) => range.from === family[place])
    );
  });
}

const entriesOf = (index: NameIndex, forms: readonly number[]) => [
  ...new Set(forms.map((form) => index.form(form).entry)),
];

/** Offices that stand before a family name like a given name: "Premier Khrushchev". */
const offices =
  /\b(?:chairman|chancellor|chief|comrade|emperor|first|foreign|marshal|pope|premier|prime|shah)\b/giu;

/** A form that names one person: a family name alone, or with a title, would find everybody of that name. */
const tellsPerson = (form: string) => isDense(form) || personKey(form.replaceAll(offices, " ")) !== null;

/** Other whole forms of the entries that were named in full. */
function byWholeName(index: NameIndex, typed: readonly string[], isAlone: boolean): Naming {
  const text = typed.join(" ");
  const isSmall = text === text.toLowerCase();
  const forms = typedForms(index, latinWords(text)).filter((number) => {
    const { entry, text: form } = index.form(number);
    if (entry.isPerson && typed.length === 1 && !isDense(form)) return false;
    if (isAbbreviation(form)) return !isSmall || (isAlone && form.length > 2);
    return !isTooShort(form);
  });
  const entries = entriesOf(index, forms);
  return {
    entryIds: entries.map(({ id }) => id),
    offered: entries.flatMap((entry) =>
      [entry.name, ...entry.others]
        .filter((form) => !entry.isPerson || tellsPerson(form))
        .map((form) => ({ entry, text: withoutAsides(form) })),
    ),
  };
}

/** Other spellings of a family name among the forms of those who bear it; never another family name of theirs. */
function byFamilyName(index: NameIndex, typed: readonly string[]): Naming {
  const words = latinWords(typed.join(" "));
  const key = words.join("");
  const entries = key.length < 3 ? [] : entriesOf(index, typedFamilies(index, words));
  return {
    entryIds: entries.map(({ id }) => id),
    offered: entries.flatMap((entry) =>
      spellingsFrom(key, [entry.name, ...entry.others].map(familyName)).map((text) => ({ entry, text })),
    ),
  };
}

/**
 * The family names that are spellings of the typed one, or of one that is: "Chruschtschow" is far from "Khrushchev", but both are near to
 * others between them.
 */
function spellingsFrom(typed: string, families: readonly string[]): string[] {
  const keyed = families.map((text) => ({ text, key: latinWords(text).join("") }));
  const near = new Set([typed]);
  for (let before = 0; before < near.size;) {
    before = near.size;
    for (const { key } of keyed) if ([...near].some((known) => areSpellings(key, known))) near.add(key);
  }
  return keyed.filter(({ key }) => near.has(key)).map(({ text }) => text);
}

/**
 * What of the offered forms finds more than what was typed: each once, the most used first. A form that holds all the words typed
 * finds nothing new.
 */
function worthOffering(offered: readonly NameForm[], typed: string): string[] {
  const words = ownWords(typed);
  const known = new Map<string, { text: string; entries: Set<IndexedEntry> }>();
  for (const { entry, text } of offered) {
    const key = ownKey(text);
    const same = known.get(key);
    if (same) same.entries.add(entry);
    else if (!isTooShort(text) && !words.every((word) => ownWords(text).includes(word)))
      known.set(key, { text, entries: new Set([entry]) });
  }
  const uses = ({ entries }: { entries: ReadonlySet<IndexedEntry> }) =>
    [...entries].reduce((sum, { records }) => sum + records, 0);
  return [...known.values()]
    .toSorted((a, b) => uses(b) - uses(a))
    .slice(0, mostForms)
    .map(({ text }) => text);
}

/**
 * Finds names in the words of a query, as typed: stretches of up to six words that are a whole form of a name in any order, or
 * the family name of a person. Longer stretches come first, and stretches do not overlap; one that several kinds of entries bear is
 * answered once for each kind. Only entries that published records name are looked at.
 */
export function otherNamesIn(
  indexes: ReadonlyMap<NameKind, NameIndex>,
  words: readonly string[],
): OtherNames[] {
  const found: OtherNames[] = [];
  const taken = words.map(() => false);
  for (let length = Math.min(longestName, words.length); length > 0; length -= 1)
    for (let start = 0; start + length <= words.length; start += 1) {
      if (taken.slice(start, start + length).includes(true)) continue;
      const typed = words.slice(start, start + length);
      for (const [kind, index] of indexes) {
        const whole = byWholeName(index, typed, words.length === 1);
        const naming = whole.entryIds.length > 0 ? whole : byFamilyName(index, typed);
        if (naming.entryIds.length === 0) continue;
        taken.fill(true, start, start + length);
        const forms = worthOffering(naming.offered, typed.join(" "));
        if (forms.length > 0) found.push({ start, length, kind, entryIds: naming.entryIds, forms });
      }
    }
  return found.toSorted((a, b) => a.start - b.start);
}
