import { expect, test } from "@playwright/test";
import { facetsToShow, spokenValue } from "@/lib/search/facets";
import {
  blankSearch,
  daysOf,
  limitsReached,
  mostFilters,
  parseSearchState,
  searchHref,
  toggled,
} from "@/lib/search/state";

const parse = (query: string) => parseSearchState(new URLSearchParams(query));
const again = (query: string) => searchHref(parse(query));

test.describe("an address that we would write comes back the same", () => {
  for (const address of [
    "/search",
    "/search?q=missile+crisis",
    "/search?q=%22Bay+of+Pigs%22&in=titles",
    "/search?collection=cuba&person=castro-fidel&person=mikoyan&type=cable&from=1962-10&to=1963&sort=newest&page=3",
    "/search?language=zh-Hant&decade=1960&year=1962&year=-43",
    "/search?from=last+week",
    "/search?q=Cuba&place=cuba&not-place=havana&from=1962&certain=yes&exact=yes&view=table&page=2",
    "/search?q=%D0%90%D0%BB%D0%B5%D0%BA%D1%81%D0%B5%D0%B5%D0%B2",
  ]) {
    test(address, () => expect(again(address.split("?")[1] ?? "")).toBe(address));
  }
});

test.describe("any other address is repaired", () => {
  for (const [query, address] of [
    ["", "/search"],
    ["q=", "/search"],
    ["q=%20%20a%20%20%20b%20", "/search?q=a+b"],
    ["q=a&q=b", "/search?q=b"],
    ["utm_source=x&q=a&toString=1&__proto__=2", "/search?q=a"],
    ["type[]=cable&type[0]=report&type=cable", "/search?type=cable&type=report"],
    ["type=<script>&person=a%22%20OR%201=1&decade=1962&year=next", "/search"],
    ["in=everywhere&sort=random&view=everything&exact=1", "/search"],
    ["in=everything&sort=relevance&page=1", "/search"],
    ["page=-3", "/search"],
    ["page=2.5", "/search"],
    ["page=1e99", "/search?page=1000000"],
    ["q=a%00b%0Ac", "/search?q=a+b+c"],
    ["page=3&type=cable", "/search?type=cable&page=3"],
  ] as const) {
    test(query || "(nothing)", () => {
      expect(again(query)).toBe(address);
      expect(again(address.split("?")[1] ?? "")).toBe(address);
    });
  }
});

test("limits are kept and told", () => {
  const long = new URLSearchParams({ q: "word ".repeat(200) });
  for (let n = 0; n < 30; n += 1) long.append("person", `agent-${n}`);
  const state = parseSearchState(long);
  expect(state.query.length).toBeLessThanOrEqual(300);
  expect(state.filters.person).toHaveLength(mostFilters);
  expect(limitsReached(long)).toEqual({ query: true, filters: 30 - mostFilters, wordless: null });
  expect(limitsReached(new URLSearchParams("q=a&person=b"))).toEqual({
    query: false,
    filters: 0,
    wordless: null,
  });
});

test("what is chosen and what is left out share the limit, and no address is too much", () => {
  const both = new URLSearchParams();
  for (let n = 0; n < 15; n += 1) {
    both.append("person", `agent-${n}`);
    both.append("not-place", `place-${n}`);
  }
  const { filters, excluded } = parseSearchState(both);
  expect(filters.person).toHaveLength(15);
  expect(excluded.place).toHaveLength(mostFilters - 15);
  expect(limitsReached(both)).toEqual({ query: false, filters: 30 - mostFilters, wordless: null });

  const flood = new URLSearchParams(
    Array.from({ length: 10_000 }, (_, n): [string, string] => [`not-person[${n}]`, `agent-${n}`]),
  );
  expect(parseSearchState(flood).excluded.person).toHaveLength(mostFilters);
  expect(limitsReached(flood).filters).toBe(10_000 - mostFilters);
  expect(parseSearchState(new URLSearchParams("page=1000000000")).page).toBe(1_000_000);
  expect(parseSearchState(new URLSearchParams(`q=${"%22".repeat(2_700)}`)).query).toBe("");
});

test("marks without a letter or a digit ask for nothing", () => {
  for (const marks of ['"', "\\", "&|", ":*", "- -", "“”"])
    expect(parse(`q=${encodeURIComponent(marks)}`).query, marks).toBe("");
  expect(parse("q=%22a").query).toBe('"a');
});

test("what holds no words is told again, not searched for", () => {
  const limits = limitsReached(new URLSearchParams({ q: "((((" }));
  expect(limits.wordless).toBe("((((");
  expect(parse("q=((((").query).toBe("");
});

test("a query is never cut in the middle of a character", () => {
  expect(parse(`q=${encodeURIComponent("𝔘".repeat(400))}`).query).toBe("𝔘".repeat(300));
});

test("choosing a value again gives it up, and results are seen from the start", () => {
  const one = toggled({ ...blankSearch, page: 4 }, "type", "cable");
  expect(one).toMatchObject({ page: 1, filters: { type: ["cable"] } });
  expect(toggled(one, "type", "report").filters).toEqual({ type: ["cable", "report"] });
  expect(toggled(one, "type", "cable").filters).toEqual({});
});

test.describe("partial dates stand for all their days", () => {
  const whole = { unreadable: [], isReversed: false };
  for (const [from, to, days] of [
    ["", "", { from: null, to: null, ...whole }],
    ["1962", "1962", { from: 19620101, to: 19621231, ...whole }],
    ["1962-02", "1964-02", { from: 19620201, to: 19640229, ...whole }],
    ["1962-10-27", "", { from: 19621027, to: null, ...whole }],
    ["1963", "1962", { from: 19620101, to: 19631231, unreadable: [], isReversed: true }],
    ["1962-13", "62", { from: null, to: null, unreadable: ["from", "to"], isReversed: false }],
    ["1962-02-30", "", { from: null, to: null, unreadable: ["from"], isReversed: false }],
  ] as const) {
    test(`${from || "…"} to ${to || "…"}`, () => expect(daysOf({ from, to })).toEqual(days));
  }
});

test("years are counted once a decade or a year is chosen", () => {
  expect(facetsToShow({})).not.toContain("year");
  expect(facetsToShow({ decade: ["1960"] })).toContain("year");
});

test("times speak for themselves", () => {
  expect(spokenValue("decade", "1960")).toBe("1960s");
  expect(spokenValue("decade", "-50")).toBe("42–51 BCE");
  expect(spokenValue("year", "-43")).toBe("44 BCE");
  expect(spokenValue("year", "0")).toBe("1 BCE");
  expect(spokenValue("person", "castro")).toBeNull();
});
