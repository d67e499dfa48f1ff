/** A class of these, in patterns, is what words are made of; combining marks belong to their letters. */
export const wordSigns = String.raw`\p{L}\p{N}\p{M}`;
export const wordSign = new RegExp(`[${wordSigns}]`, "u");

/** Quotation marks that close each other, whichever of them stands first: habits differ between languages. */
const quotationFamilies = ['"“”„‟', "«»", "「」", "『』"] as const;
export const quotationMarks = quotationFamilies.join("");

/** The marks that can close a quotation which one opens. */
export const closingMarks = (opening: string): string =>
  quotationFamilies.find((family) => family.includes(opening)) ?? opening;

/** Signs that steer the direction of a line or mark where it may break: they come along when text is pasted. */
const unseen = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** Signs that mean what a sign of ASCII does: apostrophes, hyphens, and the wide signs of Chinese and Japanese keyboards. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/[‘’ʼʹ′`´＇]/g, "'"],
  [/[‐‑−﹣－]/g, "-"],
  [/＂/g, '"'],
  [/（/g, "("],
  [/）/g, ")"],
  [/｜/g, "|"],
  [/＊/g, "*"],
  [/：/g, ":"],
  [/，/g, ","],
  [/；/g, ";"],
];

/** A query with one sign for each thing that it can say, in composed letters and without what cannot be seen. */
export const withPlainSigns = (text: string): string =>
  alike
    .reduce(
      (plain, [signs, sign]) => plain.replaceAll(signs, sign),
      text
        .toWellFormed()
        .replaceAll(unseen, "")
        .replaceAll(/\p{Cc}/gu, " "),
    )
    .normalize("NFC");

const outerSigns = new RegExp(`^[^${wordSigns}]+|[^${wordSigns}]+$`, "gu");

/** A word without the signs around it, such as a sentence's comma. */
export const withoutOuterSigns = (text: string): string => text.replaceAll(outerSigns, "");
