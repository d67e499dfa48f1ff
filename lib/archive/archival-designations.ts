/** The levels below an archive at which a reference can point (ISAD(G) 3.1.4), folios last. */
export type ReferenceLevel = "fonds" | "series" | "file" | "folios";

/** A designation stands before its number, with or without a point: "op. 49", "Фонд 1-Б", "sygn. 1354". */
const before = (words: string) =>
  new RegExp(`^(?:${words})(?:\\.|(?=\\s))\\s*(?:nr\\.?\\s*|№\\s*)?\\S`, "iu");

/** One that a bare word of a title could be mistaken for, so that only a number may follow. */
const beforeNumber = (words: string) =>
  new RegExp(`^(?:${words})\\.\\s*(?:nr\\.?\\s*|№\\s*)?(?:\\p{L}{1,2}-)?\\d`, "iu");

/**
 * What Russian, Bulgarian, Romanian, Czech, Slovak, Polish and Hungarian archives call their levels, in either alphabet: fond,
 * opis', papka and delo; fond, opis and arhivna edinitsa; fond and dosar; fond, svazek and archivní jednotka; zespół, wiązka and
 * teczka or sygnatura.
 */
const designations: readonly (readonly [ReferenceLevel, RegExp])[] = [
  ["fonds", before("fonds?|фонд|zesp[oó]ł")],
  ["fonds", beforeNumber("f|ф|z")],
  ["fonds", /^[fф]\s+\d/u],
  ["fonds", /^(?:M-KS\s*)?\d+\.\s*f\.?$/u],
  ["series", before("opis['’ʹ]?|опись|опис|inventar|svazek")],
  ["series", beforeNumber("op|оп|inv|sv|w")],
  ["series", /^(?:op|оп)\s+\d/u],
  ["file", /^[dд]\s+\d/u],
  ["file", before("delo|дело|papka|папка|dosar(?:ul)?|sygn|teczka|dossier|fasc")],
  ["file", beforeNumber("d|д|п|por|t|a\\.\\s?[ej]|а\\.\\s?е|ar\\.\\s?j|arch\\.\\s?j|fasc|dos")],
  ["file", /^\S+\s*ő\.?\s?e\.?$/u],
];

/** The level that a part names itself; null for a part that is only a name. */
export const designatedLevel = (part: string): Exclude<ReferenceLevel, "folios"> | null => {
  const found = designations.find(([, pattern]) => pattern.test(part))?.[0];
  return found === undefined || found === "folios" ? null : found;
};

/** A series so designated tells that the whole reference designates its levels. */
const tellingSeries = /(?<!\p{L})(?:op|opis['’ʹ]?|оп|опись|опис|ő\.?\s?e)\.?\s*(?:№\s*)?(?:\d|$)/iu;

const startOfLevel =
  /[.,;:]?\s+(?=(?:fond|f|фонд|ф|opis['’ʹ]?|op|опись|опис|оп|delo|d|дело|д|papka|папка|п|por|listy?|ll?|листы?|лл?|a\.\s?e|а\.\s?е)\.?\s*(?:№\s*)?(?:\p{L}{1,2}-)?\d)/giu;

/**
 * Puts a comma before every level of a reference that designates them, however it parts them itself: "ГА РФ. Ф. Р-5446. Оп. 120. Д. 9"
 * and "RGANI f. 5 op. 49 d. 131". Other references come back as they are.
 */
export function withCommas(text: string): string {
  if (!tellingSeries.test(text)) return text;
  return text.replace(/(\d\.\s*f\.)\s+(?=\d)/u, "$1, ").replaceAll(startOfLevel, ", ");
}

const number = "\\d+\\s*(?:об\\.?|ob\\.?|[rvab](?!\\p{L}))?";
const folioWords =
  "ll?|listy?|list|лл?|листы?|fols?|ff?|folios?|filele|fila|pp?|pages?|стр|с|Bl|Blatt|S|Seiten?|s|str|k|karty?|kk|k\\.k";
const numbers = `${number}(?:\\s*[-–—,]\\s*${number})*\\.?$`;
const designatedFolios = new RegExp(`^(?:${folioWords})(?:\\.\\s*|\\s+)${numbers}`, "iu");
const bareFolios = new RegExp(`^${numbers}`, "iu");

/** A number that stands alone and could be a year, or two of them, are the years of what they follow. */
const years = /^(?:1[5-9]|20)\d\d(?:\s*[-–—/]\s*(?:(?:1[5-9]|20)\d\d|\d\d?))?$/;

/** Whether a part at the end of a reference is a run of folios or pages. */
export const isFolios = (part: string): boolean =>
  designatedFolios.test(part) || (bareFolios.test(part) && !years.test(part));

/** First and last number of "193-194", "192r-193v" or "707–14"; numbers that no folio can have give null. */
export function folioNumbers(folios: string): { folioFrom: number | null; folioTo: number | null } {
  const digits = folios.match(/\d+/g) ?? [];
  const from = digits[0] ?? "";
  const end = digits.at(-1) ?? "";
  // An abbreviated end takes its first figures from the start: 707–14 ends at 714.
  const to = end.length < from.length ? from.slice(0, from.length - end.length) + end : end;
  if (!from || from.length > 6 || to.length > 6) return { folioFrom: null, folioTo: null };
  const [folioFrom, folioTo] = [Number(from), Number(to)];
  return { folioFrom, folioTo: folioTo < folioFrom ? folioFrom : folioTo };
}
