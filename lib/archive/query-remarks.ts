import { heldParts } from "./search-query";

/** A reader's own words in a remark are shown up to here. */
const longestQuote = 40;

const quoted = (text: string): string => {
  const points = Array.from(text);
  return `“${points.length > longestQuote ? `${points.slice(0, longestQuote).join("").trim()}…` : text}”`;
};

/** What the search says about a query that it had to repair: what was done, and what to write instead. */
export const queryRemarks = {
  cutShort: (characters: string) => `Only the first ${characters} characters were read.`,
  tooManyWords: (words: number) => `Only the first ${words} words were looked for.`,
  tooDeep: (depth: number) =>
    `Parentheses inside each other were read ${depth} deep; those further in were left aside, their words were not.`,
  openQuotation: (phrase: string) =>
    `The quotation mark before ${quoted(phrase)} was never closed, so all that follows it was looked for as one phrase. Write a mark on either side: "missile crisis".`,
  strayQuotation: () => "A quotation mark that stood alone was left aside.",
  emptyQuotation: () => "Quotation marks with nothing between them were left aside.",
  openParenthesis: () => "A parenthesis was never closed; it was taken to end with the query.",
  strayParenthesis: () => "A closing parenthesis that nothing opened was left aside.",
  emptyParentheses: () => "Parentheses with nothing between them were left aside.",
  strayOperator: (operator: "AND" | "OR") =>
    `“${operator}” joins what stands on either side of it; it stood at an end and was left aside. Write small letters to look for the word itself.`,
  doubledOperator: (operator: "AND" | "OR") =>
    `Of several joining words in a row, the last one was taken: “${operator}”.`,
  strayNot: () =>
    "“NOT” leaves out what stands behind it; nothing did, so it was left aside. Write small letters to look for the word itself.",
  doubledNot: () => "Something was to be left out twice over; it was left out once.",
  capitals: () =>
    "“OR” and “NOT” in capital letters were read as instructions. If they belong to a title, put the title in quotation marks.",
  emptyField: (typed: string) =>
    `“${typed}:” had nothing directly behind it and was left aside. Write the word without a space: ${typed.toLowerCase()}:word.`,
  fieldOnField: (typed: string) =>
    `“${typed}:” stood directly before another field and was left aside: a word is looked for in one field at a time.`,
  fieldInField: (typed: string) =>
    `“${typed}:” within the parentheses of another field was read as a field of its own.`,
  unknownField: (typed: string, like: string | undefined) =>
    like === undefined
      ? `There is no field “${typed}:”, so its words were looked for everywhere. The search help lists the fields.`
      : `There is no field “${typed}:”, so its words were looked for everywhere. Perhaps you meant “${like}:”.`,
  shortBeginning: (word: string) =>
    `${quoted(`${word}*`)} is too short for the beginning of a word, so ${quoted(word)} was looked for. Write at least three letters before the star.`,
  misplacedStar: (typed: string, readAs: string) =>
    `A star can stand only at the end of a word, so ${quoted(typed)} was read as ${quoted(readAs)}.`,
  starInQuotation: () =>
    "A star means nothing between quotation marks and was left aside. Write the word without the marks: missil*.",
  starInValue: (typed: string) => `“${typed}:” takes whole names; the star was left aside.`,
  unreadableDate: (typed: string, date: string) =>
    `${quoted(`${typed}:${date}`)} is not a date that can be searched for, so it was left aside. Write a year, a month, a day or a span: year:1962, date:1962-10, date:1962-10-27, date:1962-10/1962-11.`,
  reversedDates: (date: string) =>
    `The first date of ${quoted(date)} lay after the last; they were exchanged.`,
  unknownPart: (part: string) =>
    `${quoted(`has:${part}`)} was left aside. What one can ask for: ${heldParts.map((held) => `has:${held}`).join(", ")}.`,
};

/** Remarks on one query, each once, in the order in which they arose. */
export type Remarks = Set<string>;
