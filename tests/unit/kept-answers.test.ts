import { expect, test } from "@playwright/test";
import { markExpired, tagClock } from "@/lib/cache/tag-clock";
import { answeredOnce } from "@/lib/search/kept-answers";
import type { SearchResults } from "@/lib/search/results";
import { blankSearch } from "@/lib/search/state";

const results = (degraded: boolean): SearchResults => ({
  status: "found",
  degraded,
  total: 0,
  holdingAll: 0,
  page: 1,
  pages: 1,
  hits: [],
  facets: [],
  histogram: { unit: "year", bars: [], undated: 0 },
  widenings: [],
  remarks: [],
  emptiness: null,
});

/** How often a search is really made when it is asked for twice, with something between. */
async function asked(query: string, { degraded = false, between = () => undefined as void } = {}) {
  let made = 0;
  const answer = async () => {
    made += 1;
    return results(degraded);
  };
  await answeredOnce({ ...blankSearch, query }, answer);
  between();
  await answeredOnce({ ...blankSearch, query }, answer);
  return made;
}

test.afterEach(() => {
  tagClock.trustedUntil = 0;
});

test("a search is made once while nothing changes and news arrive", async () => {
  tagClock.trustedUntil = Infinity;
  expect(await asked("harbour")).toBe(1);
});

test("any change in the archive, a lost connection, and an engine that was away have it made again", async () => {
  tagClock.trustedUntil = Infinity;
  expect(await asked("quay", { between: () => markExpired(["record:1"]) })).toBe(2);
  expect(await asked("pier", { degraded: true })).toBe(2);
  expect(
    await asked("mole", {
      between: () => {
        tagClock.trustedUntil = 0;
      },
    }),
  ).toBe(2);
  expect(await asked("jetty")).toBe(2);
});
