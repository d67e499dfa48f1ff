import { inNaturalOrder } from "./holding";

const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The Roman numerals of volumes and parts; elsewhere "I" and "C" may be words. */
const romanPart = /\b(volume|vol\.|part|book|series|band|teil|tome)\s+([ivxlcdm]+)\b/gi;

/** A Roman numeral's number; a smaller sign before a larger one is taken from it. */
const numberOf = (numeral: string): number =>
  Array.from(numeral.toLowerCase()).reduce((sum, sign, index, signs) => {
    const [value = 0, next = 0] = [values[sign], values[signs[index + 1] ?? ""]];
    return value < next ? sum - value : sum + value;
  }, 0);

const counted = (title: string) =>
  title.replace(
    romanPart,
    (_, word: string, numeral: string) => `${word.toLowerCase()} ${numberOf(numeral)}`,
  );

/** Titles as readers count them: "Volume II" stands before "Volume IX" and that before "Volume X", "Part 2" before "Part 10". */
export const inTitleOrder = (a: string, b: string): number => inNaturalOrder(counted(a), counted(b));
