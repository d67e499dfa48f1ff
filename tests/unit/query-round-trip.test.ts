import { isDeepStrictEqual } from "node:util";
import { expect, test } from "@playwright/test";
import { parseQuery } from "@/lib/archive/parse-query";
import { queryText, wordsOfQuery } from "@/lib/archive/query-text";
import { deepestNesting } from "@/lib/archive/query-tokens";
import type { QueryNode } from "@/lib/archive/search-query";

/** Numbers that look random and are the same in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What queries are made of here: all that has a meaning, all that nearly has one, and what gets into a query with pasted text. */
const pieces = [
  ...Array.from("()|\"'“”„«»「」*:-–—.,;/?!&+=<≠\\@#_~%[]{}　\u0301\u0338\u200B\u200F\uFEFF\0\t\uD800🚀é"),
  ...Array.from("abcXYZ012aaaa   "),
  ..."cuba berlin Tse-tung O’Neill 赫鲁晓夫 القرّاء Хрущёв é document(s) 10:30 1,000 http://a.b/c?d=e,f:g frus1961-63v10/d12".split(
    " ",
  ),
  ...'AND OR NOT && || -- or and not (a OR b) ((( ))) "a b" missil* cu* **a** mis*le'.split(" "),
  ..."title: Title: text: person: from: to: place: archive: id: lang: type: titel: foo: x:".split(" "),
  ..."year: date: year:1962 date:1962-10/1962-11 year:1961-63 1962/.. ../1962 196x 1962~ -0043 1960s [1960,1962] 1963..1961".split(
    " ",
  ),
  ...'has: has:scan has:nothing lang:en type:"a b" id:x:y title:(a b) title:-a title:person:b'.split(" "),
];

function randomQuery(random: () => number): string {
  const parts = Array.from({ length: 1 + Math.floor(random() * 14) }, () => {
    const piece = pieces[Math.floor(random() * pieces.length)] ?? "";
    return random() < 0.5 ? `${piece} ` : piece;
  });
  return parts.join("");
}

const partsOf = (node: QueryNode): readonly QueryNode[] => {
  if (node.kind === "and" || node.kind === "or") return node.parts;
  return node.kind === "not" || node.kind === "field" ? [node.part] : [];
};

const depthOf = (node: QueryNode): number => 1 + Math.max(0, ...partsOf(node).map(depthOf));
const sizeOf = (node: QueryNode): number => 1 + partsOf(node).reduce((sum, part) => sum + sizeOf(part), 0);

/** Nodes come in one form: nothing is left out twice, parts of one kind stand side by side, and fields hold words alone. */
function isInOneForm(node: QueryNode, isInField = false): boolean {
  const parts = partsOf(node);
  if (!parts.every((part) => isInOneForm(part, isInField || node.kind === "field"))) return false;
  if (node.kind === "not") return node.part.kind !== "not";
  if (node.kind === "and" || node.kind === "or")
    return parts.length > 1 && parts.every(({ kind }) => kind !== node.kind);
  if (node.kind === "word" || node.kind === "phrase") return /[\p{L}\p{N}]/u.test(node.text);
  if (node.kind === "field") return !isInField && node.part.kind !== "not";
  return !isInField;
}

/** What is wrong with how a query is read; null where nothing is. */
function faultOf(typed: string): string | null {
  const { node, remarks } = parseQuery(typed);
  if (remarks.length > 6) return "too many remarks";
  if (!node) return null;
  if (!isInOneForm(node)) return `not in one form: ${JSON.stringify(node)}`;
  const text = queryText(node);
  const again = parseQuery(text);
  if (!isDeepStrictEqual(again.node, node)) return `not the same when written as ${text}`;
  const repairs = again.remarks.filter((remark) => !remark.includes("capital letters"));
  if (repairs.length > 0) return `repaired again when written as ${text}: ${repairs.join(" ")}`;
  return wordsOfQuery(node).every((word) => /[\p{L}\p{N}]/u.test(word.text)) ? null : "a word of marks alone";
}

test("any text becomes a query that can be written down and read again", () => {
  const random = randomNumbers(1962);
  const faults = Array.from({ length: 20_000 }, () => randomQuery(random)).flatMap((typed) => {
    const fault = faultOf(typed);
    return fault === null ? [] : [`${JSON.stringify(typed)}: ${fault}`];
  });
  expect(faults).toEqual([]);
});

test("length, depth and number of words are bounded, and so is the time that reading takes", () => {
  const long = 200_000;
  for (const unit of [
    "a ",
    "a,",
    "a",
    "(",
    ")",
    "-(a OR (",
    "NOT ",
    "-",
    '"',
    '"a" ',
    "«",
    "title:",
    "title:-",
    "title:(",
    "titel:a ",
    "date:1962 ",
    "date:[1962,1963..1970,1980] ",
    `date:${"1962,".repeat(20)} `,
    "*",
    "a*b*",
    "a:",
    "|",
    "a|",
    "\u0301",
    "🚀",
    "赫",
  ]) {
    const started = process.cpuUsage();
    const { node, remarks } = parseQuery(unit.repeat(long / unit.length));
    const { user } = process.cpuUsage(started);
    expect(user / 1000, unit).toBeLessThan(500);
    expect(remarks.join(" "), unit).toContain("Only the first 4,000 characters were read");
    if (!node) continue;
    expect(sizeOf(node), unit).toBeLessThanOrEqual(500);
    expect(depthOf(node), unit).toBeLessThanOrEqual(3 * deepestNesting + 3);
  }
});
