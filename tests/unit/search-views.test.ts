import { expect, test } from "@playwright/test";
import { datesInWords, waysOutOf } from "@/lib/search/date-view";
import {
  facetHref,
  facetPageStateOf,
  inFacetOrder,
  letterLinks,
  letterPlaces,
  underLetters,
} from "@/lib/search/facet-view";
import { timeBars } from "@/lib/search/histogram-view";
import { hitHref, reasonInWords } from "@/lib/search/hit-view";
import { placesInWords } from "@/lib/search/places-view";
import type { FacetValue } from "@/lib/search/results";
import { blankSearch, parseSearchState } from "@/lib/search/state";
import { asViewed, timelineOf } from "@/lib/search/timeline-view";
import { alsoSearched, chosenFilters, holdingInWords, usesFurtherFields, viewLinks } from "@/lib/search/view";

const parse = (query: string) => parseSearchState(new URLSearchParams(query));

test.describe("the days of a search in words", () => {
  for (const [query, words] of [
    ["", null],
    ["certain=yes", null],
    ["from=1962-10&to=1962-10", "October 1962"],
    ["from=1962-10&to=1962-10&certain=yes", "certainly within October 1962"],
    ["from=1961&to=1962-10-27", "1961 to 27 October 1962"],
    ["from=1963&to=1961", "1961 to 1963"],
    ["from=1962", "from 1962 on"],
    ["to=-0043&certain=yes", "certainly until 44 BCE"],
    ["from=last+week&to=1962", "until 1962"],
    ["from=last+week", null],
  ] as const) {
    test(query || "(nothing)", () => expect(datesInWords(parse(query))).toBe(words));
  }
});

test.describe("ways out of a time, the nearest first", () => {
  for (const [query, labels] of [
    ["q=a", []],
    ["from=1962-10&to=1962-10", ["All of 1962", "All dates"]],
    ["from=1962-10-27&to=1962-11", ["All of 1962", "All dates"]],
    ["from=1962&to=1962", ["All of 1960–1969", "All dates"]],
    ["from=1960&to=1969", ["All of 1900–1999", "All dates"]],
    ["from=1961-03&to=1963-02", ["All of 1960–1969", "All dates"]],
    ["from=1900&to=1999", ["All dates"]],
    ["from=1890&to=1910", ["All dates"]],
    ["from=1962", ["All dates"]],
    ["from=-0043&to=-0043", ["All dates"]],
  ] as const) {
    test(query, () => expect(waysOutOf(parse(query)).map(({ label }) => label)).toEqual(labels));
  }

  test("they keep the rest of the search and see it from its start", () => {
    const hrefs = waysOutOf(parse("q=a&from=1962-10&to=1962-10&certain=yes&page=4")).map(({ href }) => href);
    expect(hrefs).toEqual(["/search?q=a&from=1962&to=1962&certain=yes", "/search?q=a"]);
  });
});

test("everything that narrows a search can be taken away by itself", () => {
  const state = parse(
    "q=a&in=titles&place=cuba&not-place=havana&decade=1960&from=1962&to=1962&certain=yes&exact=yes&page=3",
  );
  const value = { count: 1, depth: 0, hasNarrower: false };
  const found = [
    {
      name: "place" as const,
      label: "Place",
      more: 0,
      values: [{ value: "havana", label: "Havana", state: "excluded" as const, ...value }],
    },
  ];
  const chosen = chosenFilters(state, found);
  expect(chosen.map(({ facet, label }) => `${facet}: ${label}`)).toEqual([
    "Search in: Titles",
    "Place: cuba",
    "Place: not Havana",
    "Decade: 1960s",
    "Date: certainly within 1962",
    "Words: only as typed",
  ]);
  expect(chosen[2]?.href).toBe(
    "/search?q=a&in=titles&place=cuba&decade=1960&from=1962&to=1962&certain=yes&exact=yes",
  );
  expect(chosen[4]?.href).toBe("/search?q=a&in=titles&place=cuba&decade=1960&not-place=havana&exact=yes");
  expect(chosenFilters(parse("exact=yes"), [])).toEqual([]);
});

test.describe("how many hold all words", () => {
  for (const [total, holdingAll, words] of [
    [0, 0, null],
    [12, 12, null],
    [12, 0, "No record holds all of these words. The ones that hold most of them come first."],
    [400, 12, "12 hold all of these words; 388 others that hold some of them follow."],
    [2, 1, "1 holds all of these words; 1 other that holds some of them follows."],
  ] as const) {
    test(`${holdingAll} of ${total}`, () => expect(holdingInWords({ total, holdingAll })).toBe(words));
  }
});

test("forms searched besides are told once for each word", () => {
  expect(
    alsoSearched([
      { kind: "name", typed: "Alexeev", also: ["Alekseev", "Алексеев"] },
      { kind: "spelling", typed: "Alexeev", also: ["Alekseev"] },
      { kind: "spelling", typed: "missle", also: [] },
    ]),
  ).toEqual([{ typed: "Alexeev", also: ["Alekseev", "Алексеев"] }]);
});

test("a timeline runs with time, from whichever end", () => {
  expect(asViewed(parse("view=timeline")).sort).toBe("oldest");
  expect(asViewed(parse("view=timeline&sort=newest")).sort).toBe("newest");
  expect(asViewed(parse("view=table")).sort).toBe("relevance");
  const links = viewLinks(parse("q=a&place=cuba&page=3"));
  expect(links.map(({ href }) => href)).toEqual([
    "/search?q=a&place=cuba",
    "/search?q=a&place=cuba&view=table",
    "/search?q=a&place=cuba&sort=oldest&view=timeline",
    "/search?q=a&place=cuba&view=map",
  ]);
  expect(links.filter(({ isCurrent }) => isCurrent).map(({ label }) => label)).toEqual(["List"]);
});

test("fields behind the words are opened when one of them is used", () => {
  for (const query of [
    "from=x",
    "to=1962",
    "certain=yes",
    "exact=yes",
    "sort=newest",
    "view=timeline&sort=newest",
  ])
    expect(usesFurtherFields(parse(query)), query).toBe(true);
  for (const query of ["", "q=a&place=cuba&in=titles", "view=timeline&sort=oldest"])
    expect(usesFurtherFields(parse(query)), query).toBe(false);
});

test("records stand on the timeline where their dates begin", () => {
  const years = timelineOf(
    ["../1950", "1961", "196X", "1962-10", "1962-10-27", "1962-10/1962-11", "1962-11-02", null].map(
      (dateEdtf) => ({ dateEdtf }),
    ),
  );
  expect(
    years.map(({ label, months }) => [
      label,
      ...months.map((month) => `${month.label ?? "–"} ${month.hits.length}`),
    ]),
  ).toEqual([
    ["Beginning unknown", "– 1"],
    ["1961", "– 1"],
    ["1960", "– 1"],
    ["1962", "October 3", "November 1"],
    ["Undated", "– 1"],
  ]);
});

test("a chart of results shows the gaps and marks the time that is chosen", () => {
  const bars = timeBars(parse("q=a&from=1962-12&to=1962-12&page=2"), {
    unit: "month",
    undated: 0,
    bars: [
      { label: "October 1962", count: 3, from: "1962-10", to: "1962-10" },
      { label: "December 1962", count: 1, from: "1962-12", to: "1962-12" },
      { label: "January 1963", count: 0, from: "1963-01", to: "1963-01" },
    ],
  });
  expect(bars.map(({ label, count, isChosen }) => [label, count, isChosen])).toEqual([
    ["October 1962", 3, false],
    ["November 1962", 0, false],
    ["December 1962", 1, true],
    ["January 1963", 0, false],
  ]);
  expect(bars[0]?.href).toBe("/search?q=a&from=1962-10&to=1962-10");
  expect(bars[3]?.href).toBeNull();
});

test("decades before the common era have their place too", () => {
  const bars = timeBars(blankSearch, {
    unit: "decade",
    undated: 0,
    bars: [
      { label: "42–51 BCE", count: 1, from: "-0050", to: "-0041" },
      { label: "12–21 BCE", count: 1, from: "-0020", to: "-0011" },
    ],
  });
  expect(bars.map(({ label }) => label)).toEqual(["42–51 BCE", "32–41 BCE", "22–31 BCE", "12–21 BCE"]);
});

test("why a record was found, in words", () => {
  expect(reasonInWords({ as: null, fields: ["Title", "Text"] })).toBe("title, text");
  expect(reasonInWords({ as: "Хрущёв", fields: ["Names"] })).toBe("as Хрущёв in names");
  expect(hitHref({ slug: "a", anchor: "p12", marks: "b c" })).toBe("/document/a?q=b+c#p12");
  expect(hitHref({ slug: "a", anchor: null, marks: "b c" })).toBe("/document/a");
});

test("a map of results says what it does not show", () => {
  const place = { slug: "a", name: "A", count: 1, latitude: 0, longitude: 0 };
  expect(placesInWords({ drawn: [place, place], listed: [], total: 5, notDrawn: 2 })).toBe(
    "The results name 5 places; the bigger a circle, the more of them name it or what lies in it. Of unknown position, and in the table alone: 2. The 2 named most are drawn.",
  );
});

test.describe("the page of a facet", () => {
  const state = parse("q=Cuba&person=castro-fidel&not-person=mikoyan&page=7");
  const offered = (value: string, label: string, count: number): FacetValue => ({
    value,
    label,
    count,
    state: "offered",
    depth: 0,
    hasNarrower: false,
  });

  test("its address is that of the search with what is asked besides", () => {
    const asked = { find: "хрущ", by: "name", page: 3 } as const;
    const href = facetHref(state, "person", asked);
    expect(href).toBe(
      "/search/facets/person?q=Cuba&person=castro-fidel&not-person=mikoyan&find=%D1%85%D1%80%D1%83%D1%89&by=name&at=3",
    );
    const query = Object.fromEntries(new URLSearchParams(href.split("?")[1]));
    expect(facetPageStateOf("person", query)).toEqual(asked);
    expect(facetHref(blankSearch, "decade", { by: "name" })).toBe("/search/facets/decade");
  });

  test("what cannot be understood is taken for absent", () => {
    expect(facetPageStateOf("place", { by: "size", at: "-1", find: ["", "x"] })).toEqual({
      find: "",
      by: "count",
      page: 1,
    });
    expect(facetPageStateOf("year", {}).by).toBe("name");
  });

  const people = [
    offered("b", "Bundy, McGeorge", 9),
    offered("a", "Алексеев, Александр", 9),
    offered("c", "Castro, Fidel", 14),
    offered("x", "10th Division", 1),
    offered("a2", "Acheson, Dean", 2),
  ];

  test("its values stand by number of records, or by name in all scripts", () => {
    expect(inFacetOrder(people, "person", "count").map(({ value }) => value)).toEqual([
      "c",
      "a",
      "b",
      "a2",
      "x",
    ]);
    const named = inFacetOrder(people, "person", "name");
    expect(underLetters(named).map(({ label, values }) => [label, values.length])).toEqual([
      ["A", 2],
      ["B", 1],
      ["C", 1],
      ["Other", 1],
    ]);
    const years = [offered("1962", "1962", 1), offered("-43", "44 BCE", 1), offered("900", "900", 5)];
    expect(inFacetOrder(years, "year", "name").map(({ value }) => value)).toEqual(["-43", "900", "1962"]);
  });

  test("letters lead to the page on which their names begin", () => {
    const labels = [...Array.from({ length: 150 }, (_, n) => `A ${n}`), "B", "C"];
    const letters = letterPlaces(labels);
    const asked = { find: "", by: "name", page: 1 } as const;
    const links = letterLinks(blankSearch, "person", asked, { total: labels.length, letters });
    expect(links.slice(0, 4).map(({ label, href }) => [label, href])).toEqual([
      ["A", "/search/facets/person?by=name#letter-a"],
      ["B", "/search/facets/person?by=name&at=2#letter-b"],
      ["C", "/search/facets/person?by=name&at=2#letter-c"],
      ["D", null],
    ]);
    expect(letterLinks(blankSearch, "person", { ...asked, by: "count" }, { total: 152, letters })).toEqual(
      [],
    );
    expect(letterLinks(blankSearch, "person", asked, { total: 3, letters })).toEqual([]);
  });
});
