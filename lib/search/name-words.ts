import anyAscii from "any-ascii";

/** Points of Arabic and Hebrew vowels and the stroke that only stretches a word: they are written or left out at will. */
const vowelPoints =
  /\u0640|[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670]/gu;

/** Apostrophes of every make, and the letters that stand for one in romanised names: "O’Neill", "ʿAbd", "Sergeʹevich". */
const apostrophes = /['’‘‛`´ʹʺʻʼʽʾʿˈ′]/gu;

/** What is in brackets or quotation marks says how else somebody is called, or tells namesakes apart. */
const asides = /\([^)]*\)|\[[^\]]*\]|“[^”]*”|"[^"]*"/gu;

/** What stands behind a name and is no part of it. */
const suffix = /\s+(?:jr|sr|ii|iii|iv)\.?$/iu;

/** Scripts that write names without spaces, in few signs. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const withoutMarks = (text: string) =>
  text.normalize("NFC").replaceAll(vowelPoints, "").replaceAll(apostrophes, "");

/**
 * The words of a name in any script as small Latin letters and figures, so that scripts can meet: "Алексеев, А." → "alekseev", "a".
 * Accents, apostrophes and vowel points do not count, hyphens are spaces.
 */
export function latinWords(text: string): string[] {
  // Most names are plain Latin, and there are tens of thousands.
  const latin = /^[ -~]*$/.test(text) ? text : anyAscii(withoutMarks(text));
  const words = latin
    .toLowerCase()
    .replaceAll(/['`]/g, "")
    .split(/[^a-z0-9]+/);
  return words.filter((word) => word !== "");
}

/** The words of a name in its own script, folded likewise: "Хрущёв" and "хрущев" are one, "Khrushchev" is another. */
export const ownWords = (text: string): string[] =>
  withoutMarks(text)
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** One key for the ways to write a name in its own script, whatever the order of its words. */
export const ownKey = (text: string): string => ownWords(text).toSorted().join(" ");

/** A name without what stands in brackets; the whole of it where nothing else is left. */
export function withoutAsides(name: string): string {
  if (!/[([“"]/u.test(name)) return name;
  const rest = name
    .replaceAll(asides, " ")
    .replaceAll(/\s+(?=[\s,]|$)/gu, "")
    .trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : name;
}

/** The words of a name that stand in brackets or quotation marks. */
export const wordsInAsides = (name: string): string[] =>
  withoutAsides(name) === name ? [] : (name.match(asides) ?? []).flatMap(latinWords);

/** What stands behind a personal name and is no part of it: " Jr." Empty where nothing does. */
export const suffixOf = (name: string): string => suffix.exec(name)?.[0] ?? "";

/** What a personal name files under: what stands before the comma, else its last word ("Nikita Khrushchev", "U Thant"). */
export function familyName(name: string): string {
  const whole = withoutAsides(name);
  const comma = whole.indexOf(",");
  if (comma > 0) return whole.slice(0, comma).trim();
  const rest = whole.slice(0, whole.length - suffixOf(whole).length);
  return rest.trim().split(/\s+/u).at(-1) ?? whole;
}

/** Whether a form is too little to be looked for by itself: one or two letters, or nothing but initials. */
export function isTooShort(form: string): boolean {
  const words = ownWords(form);
  if (dense.test(form)) return words.join("").length < 2;
  return words.join("").length < 3 || words.every((word) => word.length === 1);
}

/** Whether a name is written in signs of which a few make a whole name. */
export const isDense = (name: string): boolean => dense.test(name);
