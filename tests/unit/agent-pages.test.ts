import { expect, test } from "@playwright/test";
import { initialLetter } from "@/lib/archive/agent-lists";
import { identifierInWords, identifierLink, readIdentifier } from "@/lib/archive/identifiers";
import { yearBars } from "@/lib/archive/year-bars";
import { letterPicture } from "@/lib/agents/letters-picture";
import { existenceInWords, letterLinks, peopleHref, scriptInWords } from "@/lib/agents/view";

const view = { kind: null, letter: null, q: null, isWhole: false, sort: "name" } as const;

test("a chart shows gaps: years without records, and decades where the years are too many", () => {
  expect(
    yearBars([
      { year: 1959, records: 2 },
      { year: 1962, records: 1 },
    ]),
  ).toEqual({
    step: 1,
    bars: [
      { year: 1959, records: 2 },
      { year: 1960, records: 0 },
      { year: 1961, records: 0 },
      { year: 1962, records: 1 },
    ],
  });
  const century = yearBars([
    { year: 1818, records: 1 },
    { year: 1914, records: 2 },
    { year: 1919, records: 3 },
    { year: 1955, records: 1 },
  ]);
  expect(century.step).toBe(10);
  expect(century.bars).toHaveLength(15);
  expect(century.bars[0]).toEqual({ year: 1810, records: 1 });
  expect(century.bars[1]).toEqual({ year: 1820, records: 0 });
  expect(century.bars[10]).toEqual({ year: 1910, records: 5 });
  expect(
    yearBars([
      { year: -44, records: 1 },
      { year: 1962, records: 1 },
    ]),
  ).toMatchObject({ step: 100, bars: { length: 21 } });
  expect(yearBars([]).bars).toEqual([]);
});

const correspondent = (slug: string, sent: number, received: number) =>
  ({ slug, name: slug, kind: "person", sent, received }) as const;

test("the picture of correspondents keeps their names apart and within its frame", () => {
  for (const count of [1, 2, 3, 7, 12]) {
    const { nodes, width, height } = letterPicture(
      Array.from({ length: count }, (_, index) => correspondent(`a${index}`, index, 1)),
    );
    expect(nodes).toHaveLength(count);
    for (const side of ["left", "right"]) {
      const heights = nodes.filter((node) => node.side === side).map(({ y }) => y);
      const gaps = heights.slice(1).map((y, index) => y - (heights[index] ?? 0));
      expect(Math.min(100, ...gaps), `${count} on the ${side}`).toBeGreaterThan(40);
    }
    for (const { x, y } of nodes) {
      expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
    }
  }
});

test("a wedge is drawn for each direction in which letters went, and for no other", () => {
  const [only] = letterPicture([correspondent("a", 3, 0)]).nodes;
  expect(only?.sentPath).toMatch(/^M[\d. -]+L[\d. -]+L[\d. -]+Z$/);
  expect(only?.receivedPath).toBeNull();
});

for (const [kind, edtf, words] of [
  ["person", "1926-08-13/2016-11-25", "13 August 1926 – 25 November 2016"],
  ["person", "1931-06-03/..", "born 3 June 1931"],
  ["organisation", "1959/..", "since 1959"],
  ["person", "../1953", "died 1953"],
  ["family", "1850~", "circa 1850"],
  ["person", "not a date", "not a date"],
] as const) {
  test(`${edtf} of a ${kind} reads “${words}”`, () => expect(existenceInWords(kind, edtf)).toBe(words));
}

test("an identifier is read as it is written, and links where its file has pages", () => {
  const gnd = readIdentifier(" GND : 118562347 ");
  expect(gnd).toEqual({ scheme: "gnd", value: "118562347" });
  expect(gnd && identifierInWords(gnd)).toBe("gnd: 118562347");
  expect(gnd && identifierLink(gnd)?.href).toBe("https://d-nb.info/gnd/118562347");
  const imported = readIdentifier("frus-persons: frus1961-63v06#p_KNS_1");
  expect(imported?.value).toBe("frus1961-63v06#p_KNS_1");
  expect(imported && identifierLink(imported)).toBeNull();
  expect(readIdentifier("118562347")).toBeNull();
});

test("letters are those of the alphabet and of whatever other scripts there are", () => {
  const counts = new Map([
    ["k", 3],
    ["щ", 1],
    ["other", 2],
  ]);
  const links = letterLinks({ ...view, sort: "records" }, counts);
  expect(links).toHaveLength(28);
  expect(links.filter(({ href }) => href !== null)).toMatchObject([
    { label: "K", href: "/people?letter=k&sort=records", count: "3" },
    { label: "Щ" },
    { label: "Other" },
  ]);
  for (const letter of ["a", "щ", "ع", "other"]) expect(letter).toMatch(initialLetter);
  for (const letter of ["A", "Щ", "1", "ab", ""]) expect(letter).not.toMatch(initialLetter);
});

test("what is usual vanishes from the address of the list", () => {
  expect(peopleHref(view)).toBe("/people");
  expect(peopleHref(view, { isWhole: true, q: "Mao" })).toBe("/people?q=Mao&all=yes");
});

test("scripts have names", () => {
  expect(scriptInWords("Cyrl")).toBe("Cyrillic");
  expect(scriptInWords("cyrillic")).toBeNull();
  expect(scriptInWords(null)).toBeNull();
});
