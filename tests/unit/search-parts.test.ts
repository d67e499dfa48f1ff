import { expect, test } from "@playwright/test";
import { decadesCovered, yearsCovered } from "@/lib/archive/date-buckets";
import { openFuture, openPast } from "@/lib/archive/day-number";
import { Breaker } from "@/lib/search/breaker";
import { passageFinder, passageIn } from "@/lib/search/passages";
import { engineFilter } from "@/lib/search/engine-ranking";
import { fragmentsOf, markEnd, markStart } from "@/lib/search/snippet";
import { blankSearch } from "@/lib/search/state";

test("marked text becomes fragments, stray marks and all", () => {
  const marked = `a ${markStart}b${markEnd} <i>c</i> ${markStart}d${markEnd}`;
  expect(fragmentsOf(marked)).toEqual([
    { text: "a ", isMatch: false },
    { text: "b", isMatch: true },
    { text: " <i>c</i> ", isMatch: false },
    { text: "d", isMatch: true },
  ]);
  expect(fragmentsOf("")).toEqual([]);
  expect(fragmentsOf(`cut ${markStart}off`)).toEqual([
    { text: "cut ", isMatch: false },
    { text: "off", isMatch: true },
  ]);
});

test("a date stands under each year and decade it may lie in, unless it says too little", () => {
  expect(yearsCovered(19591001, 19610131)).toEqual([1959, 1960, 1961]);
  expect(decadesCovered(19591001, 19610131)).toEqual([1950, 1960]);
  expect(yearsCovered(19000101, 19991231)).toEqual([]);
  expect(decadesCovered(19000101, 19991231)).toHaveLength(10);
  expect(decadesCovered(18000101, 19991231)).toEqual([]);
  expect(yearsCovered(openPast, 19621027)).toEqual([]);
  expect(yearsCovered(19621027, openFuture)).toEqual([]);
  expect(yearsCovered(null, null)).toEqual([]);
});

test("values of one facet are alternatives, facets and dates hold together", () => {
  const state = {
    ...blankSearch,
    filters: { type: ["cable", "report"], person: ["castro"] },
    from: "1962-10",
    to: "1962",
  };
  expect(engineFilter(state)).toEqual([
    'person IN ["castro"]',
    'type IN ["cable", "report"]',
    "dateLatest >= 19621001",
    "dateEarliest <= 19621231",
  ]);
  expect(engineFilter({ ...state, certain: true, filters: {}, excluded: { place: ["havana"] } })).toEqual([
    'place NOT IN ["havana"]',
    "dateEarliest >= 19621001",
    "dateLatest <= 19621231",
  ]);
});

test("an engine that is away is not asked again until it answers a probe", async () => {
  let probes = 0;
  let answers = false;
  const breaker = new Breaker(async () => {
    probes += 1;
    return answers;
  }, 20);
  expect(breaker.isClosed()).toBe(true);
  breaker.failed("slow");
  breaker.failed("slow");
  expect(breaker.isClosed()).toBe(true);
  breaker.failed("away");
  expect(breaker.isClosed()).toBe(false);
  expect(probes).toBe(0);
  answers = true;
  await expect.poll(() => breaker.isClosed(), { intervals: [10] }).toBe(true);
  expect(probes).toBe(1);
});

test.describe("the passage shown is the one that holds most of the words", () => {
  const filler = (count: number) => Array.from({ length: count }, (_, n) => `filler${n}`).join(" ");
  const text = `A crisis began. ${filler(100)} The Cuban missiles, said Dorticós, made the crisis. ${filler(100)}`;
  const marks = (query: string) =>
    fragmentsOf(passageIn(text, passageFinder(query.split(" "))))
      .filter(({ isMatch }) => isMatch)
      .map((fragment) => fragment.text);
  for (const [query, marked] of [
    ["missile crisis", ["missiles", "crisis"]],
    ["dorticos", ["Dorticós"]],
    ["missil", ["missiles"]],
    ["nowhere", []],
    ["N mad", []],
    ["", []],
  ] as const) {
    test(query || "(no words)", () => expect(marks(query)).toEqual(marked));
  }

  test("words that stand together go before the same words apart", () => {
    const apart = `The pen of the writer ${filler(18)} slip ${filler(90)}`;
    const passage = passageIn(
      `${apart} It was a slip of the pen. ${filler(90)}`,
      passageFinder(["slip", "of", "the", "pen"]),
    );
    expect(passage.replaceAll(/[^ -~]/g, "")).toContain("It was a slip of the pen.");
  });

  test("it begins where the text does when nothing matches", () => {
    expect(passageIn(text, passageFinder(["nowhere"]))).toMatch(/^A crisis began\. filler0 .* …$/);
    expect(passageIn("", passageFinder(["nowhere"]))).toBe("");
  });
});
