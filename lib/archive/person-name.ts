import { nameKey, slugOf } from "./slug";

/** What stands behind a name and is no part of its order. */
const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** What is in brackets or quotation marks says how else somebody is called. */
const asides = /\([^)]*\)|\[[^\]]*\]|“[^”]*”|"[^"]*"/g;

/** Forms of address, which with a surname still name nobody. */
const titles = new Set(
  "admiral ambassador captain chancellor colonel col dr general gen governor king lady lieutenant lord lt madame major minister miss mr mrs ms president prince professor queen secretary senator sir".split(
    " ",
  ),
);

/** Longest surname in words: "van der Stoel". */
const surnameWords = 3;

type Read = {
  readonly given: readonly string[];
  readonly surname: readonly string[];
  readonly after: readonly string[];
};

const wordsOf = (text: string) => nameKey(text).split(" ").filter(Boolean);

/** The words of a name in its order; what stands before a comma is the surname. Null for more than one such comma. */
function read(name: string): Read | null {
  const parts = name
    .replaceAll(asides, " ")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const after = parts.filter((part) => suffix.test(part)).flatMap(wordsOf);
  const [first = "", second, ...more] = parts.filter((part) => !suffix.test(part));
  if (more.length > 0) return null;
  if (second !== undefined) return { given: wordsOf(second), surname: wordsOf(first), after };
  const words = wordsOf(first);
  return { given: words.slice(0, -1), surname: words.slice(-1), after };
}

/** Whether given names are enough to know somebody by: one written out that is no title, or two initials. */
function tellsWho(given: readonly string[]): boolean {
  const names = given.filter((word) => !titles.has(word));
  return names.length > 1 || names.some((word) => word.length > 1);
}

/**
 * One key for the ways to write a person's name: "Weiss, Leonard", "Leonard Weiss" and "WEISS, Leonard (Len)" have the same. Case,
 * accents, points and brackets do not count, every given name and initial does. Null where the name is too little to know anybody
 * by: a surname alone, with a title or with one initial.
 */
export function personKey(name: string): string | null {
  const parts = read(name);
  return parts && parts.surname.length > 0 && tellsWho(parts.given)
    ? [...parts.given, ...parts.surname, ...parts.after].join(" ")
    : null;
}

/** The ends of addresses that names of the same key can have, in either order; empty where the name has no key. */
export function slugsOfPerson(name: string): string[] {
  const parts = read(name);
  if (!parts || personKey(name) === null) return [];
  const { given, surname, after } = parts;
  const words = [...given, ...surname];
  const turned = Array.from({ length: Math.min(surnameWords, words.length - 1) }, (_, index) => {
    const at = words.length - 1 - index;
    return [...words.slice(at), ...words.slice(0, at), ...after];
  });
  const orders = [[...words, ...after], [...surname, ...given, ...after], ...turned];
  return [...new Set(orders.map((order) => slugOf(order.join(" "))))];
}
