import { expect, test } from "@playwright/test";
import { paragraphsOfPlain } from "@/lib/archive/plain-paragraphs";

const long = "word ".repeat(300).trim();

const cases: [what: string, plain: string, paragraphs: string[]][] = [
  ["blank lines part paragraphs", "one\n\ntwo\n \t\nthree", ["one", "two", "three"]],
  ["without blank lines each line end parts", "one\ntwo\r\nthree\rfour\n", ["one", "two", "three", "four"]],
  ["beside blank lines a short block keeps its lines", "To\nthe Queen\n\nMadam", ["To\nthe Queen", "Madam"]],
  ["a long block is parted all the same", `${long}\nnext\n\nend`, [long, "next", "end"]],
  ["a long block without line ends stays one", `${long} ${long}\n\nend`, [`${long} ${long}`, "end"]],
  [
    "marks of items stand before their words",
    "1.\nFirst\n(b)\nSecond\niv)\n1.",
    ["1. First", "(b) Second", "iv) 1."],
  ],
  ["a numeral is a heading of its own", "I\nPeace\n2\nWar", ["I", "Peace", "2", "War"]],
  ["nothing", " \n\n ", []],
];

for (const [what, plain, paragraphs] of cases) {
  test(what, () => {
    expect(paragraphsOfPlain(plain)).toEqual(paragraphs);
    const bare = (words: string) => words.replaceAll(/\s+/g, "");
    expect(bare(paragraphsOfPlain(plain).join(""))).toBe(bare(plain));
  });
}
