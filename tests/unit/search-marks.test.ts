import { expect, test } from "@playwright/test";
import { wordsToMark } from "@/app/_browser/reader/marked-words";
import { marksOf } from "@/lib/search/marks";
import type { Alternative, ResolvedQuery } from "@/lib/search/resolved-query";
import { Bits } from "@/lib/search/bits";

const form = (text: string, origin: Alternative["origin"]): Alternative => ({
  text,
  lexemes: [text],
  within: null,
  origin,
});
const term = (typed: string, ...alternatives: Alternative[]) =>
  ({ kind: "term", typed, alternatives, fields: 15 }) satisfies ResolvedQuery;
const set = (typed: string, ...lexemes: string[]) =>
  ({ kind: "set", typed, lexemes, records: new Bits(0) }) satisfies ResolvedQuery;

for (const [what, part, text, found] of [
  ["a word", term("missile", form("missile", "typed")), "Two missiles", ["missiles"]],
  [
    "a word and its likely spelling, of which only the stem is known",
    term("missle", form("missle", "typed"), form("missil", "spelling")),
    "A missile, the missle",
    ["missile", "missle"],
  ],
  [
    "a beginning, once for all that begins so",
    term("missil*", form("missil", "beginning"), form("missileri", "beginning")),
    "missile missilery",
    ["missile", "missilery"],
  ],
  [
    "other names, whole where they stand so in texts",
    term(
      "Mao Tse-tung",
      form("Mao Tse-tung", "typed"),
      form("Mao Zedong", "name"),
      form("Mao, Z. Tse-Tung", "name"),
    ),
    "Mao Zedong, and a Z. of Zedong",
    ["Mao Zedong"],
  ],
  [
    "a phrase",
    set("“missile crisis”", "missil", "crisi"),
    "A missile, the Missile Crisis",
    ["Missile Crisis"],
  ],
  ["a name in a field", set("person:Mikoyan", "mikoyan"), "With Mikoyan’s note", ["Mikoyan"]],
  ["a date", set("1962"), "In 1962", []],
] as const) {
  test(`marks ${what}`, () => {
    const finder = wordsToMark(marksOf([part], () => true));
    expect(finder ? [...text.matchAll(finder)].map(([words]) => words) : []).toEqual([...found]);
  });
}

test("what a record does not have is not marked, and a word only once", () => {
  const parts = [
    term("Alexeev", form("Alexeev", "typed"), form("Alekseev", "name"), form("Алексеев", "name")),
    term("Alexeev", form("Alexeev", "typed")),
  ];
  expect(marksOf(parts, (part, at) => part === 0 && at === 2)).toBe('Alexeev "Алексеев"');
});
