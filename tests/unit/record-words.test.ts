import { expect, test } from "@playwright/test";
import { textLabel } from "@/lib/archive/labels";
import { capitalised } from "@/lib/archive/listed-record";
import { completenessTable } from "@/lib/coverage/view";

test("a text's label names its language in brackets, but never brackets in brackets", () => {
  expect(textLabel({ kind: "translation", language: "German" })).toBe("Translation (German)");
  expect(textLabel({ kind: "transcript", language: "Ottoman Turkish (Latin)" })).toBe(
    "Transcript: Ottoman Turkish (Latin)",
  );
});

for (const [words, shown] of [
  ["circa 2026", "Circa 2026"],
  ["undated", "Undated"],
  ["été 1914", "Été 1914"],
  ["1914", "1914"],
  ["[circa 1914]", "[circa 1914]"],
] as const) {
  test(`a line begins with ${shown}`, () => expect(capitalised(words)).toBe(shown));
}

test("only decades with records lead to their place among the years", () => {
  const count = { records: 2, scans: 1, scansElsewhere: 0, transcripts: 0, translations: 0, bare: 1 };
  const { columns, rows } = completenessTable([1580, 1590], 10, [{ ...count, column: 1590 }]);
  expect(columns.map(({ href }) => href)).toEqual([null, "/years#decade1590"]);
  expect(rows[0]?.cells.map(({ href }) => href)).toEqual([null, "/years#decade1590"]);
});
