import { expect, test } from "@playwright/test";
import { columnsBetween, coverageStep } from "@/lib/archive/coverage";
import { openFuture, openPast, shiftDay } from "@/lib/archive/day-number";
import { anniversaryHref, periodHref } from "@/lib/archive/hrefs";
import { listViewOf } from "@/lib/archive/list-query";
import {
  anniversaryOf,
  daysInMonth,
  firstWeekday,
  nextAnniversary,
  periodInWords,
  periodOf,
  reachOf,
} from "@/lib/archive/period";
import type { ListedRecord } from "@/lib/archive/listed-record";
import { timelinePicture, type ThemeEvent } from "@/lib/themes/view";
import { weeksOf } from "@/lib/years/view";
import { completenessTable } from "@/lib/coverage/view";

test("years, months and days have bounds, words and one address", () => {
  for (const [parts, first, last, words, href] of [
    [[1962], 19620000, 19629999, "1962", "/years/1962"],
    [[1962, 3], 19620300, 19620399, "March 1962", "/years/1962/03"],
    [[1962, 10, 7], 19621007, 19621007, "7 October 1962", "/years/1962/10/07"],
    [[-43, 3, 15], -429685, -429685, "15 March 44 BCE", "/years/-43/03/15"],
    [[0], 0, 9999, "1 BCE", "/years/0"],
    [[12345], 123450000, 123459999, "12345", "/years/12345"],
  ] as const) {
    const [year, month, day] = parts;
    const period = periodOf(year, month, day);
    expect(period, words).toMatchObject({ first, last });
    if (period) expect(periodInWords(period)).toBe(words);
    expect(periodHref(year, month, day)).toBe(href);
  }
});

test("what no calendar has is no period", () => {
  for (const [year, month, day] of [
    [1962, 0],
    [1962, 13],
    [1962, 2, 29],
    [1900, 2, 29],
    [1962, 4, 31],
    [100_000],
    [1.5],
  ] as const)
    expect(periodOf(year, month, day), `${year} ${month} ${day}`).toBeNull();
  expect(periodOf(2000, 2, 29)).not.toBeNull();
});

test("an uncertain date is named at a period only from nearby", () => {
  const january = periodOf(1963, 1, 1);
  expect(january && reachOf(january)).toEqual({ first: 19621200, last: 19630299 });
  const year = periodOf(1962);
  expect(year && reachOf(year)).toEqual({ first: 19520000, last: 19729999 });
});

test("a month is laid out from Monday", () => {
  expect(firstWeekday(1962, 10)).toBe(0);
  expect(daysInMonth(1964, 2)).toBe(29);
  const weeks = weeksOf(1962, 9, [
    { unit: 27, records: 3 },
    { unit: null, records: 2 },
  ]);
  expect(weeks).toHaveLength(5);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeks[0]?.findIndex((cell) => cell !== null)).toBe(5);
  expect(weeks.flat().find((cell) => cell?.day === 27)).toEqual({
    day: 27,
    href: "/years/1962/09/27",
    records: 3,
  });
});

test("days of any year follow one another, the leap day among them", () => {
  expect(anniversaryOf(2, 29)).toBe(229);
  expect(anniversaryOf(2, 30)).toBeNull();
  expect(nextAnniversary(228, 1)).toBe(229);
  expect(nextAnniversary(301, -1)).toBe(229);
  expect(nextAnniversary(1231, 1)).toBe(101);
  expect(anniversaryHref(307)).toBe("/on-this-day/03-07");
});

test("days are counted across months, years and the common era", () => {
  expect(shiftDay(19621030, 3)).toBe(19621102);
  expect(shiftDay(19630101, -1)).toBe(19621231);
  expect(shiftDay(10101, -1)).toBe(1231);
  expect(shiftDay(openPast, -3)).toBe(openPast);
  expect(shiftDay(openFuture, 3)).toBe(openFuture);
});

test("coverage has a column for every year, also the empty ones, and wider columns for longer times", () => {
  expect(coverageStep(1959, 1962)).toBe(1);
  expect(coverageStep(1914, 2026)).toBe(10);
  expect(coverageStep(-500, 2026)).toBe(100);
  expect(columnsBetween(1959, 1962, 1)).toEqual([1959, 1960, 1961, 1962]);
  expect(columnsBetween(-43, 12, 10)).toEqual([-50, -40, -30, -20, -10, 0, 10]);
});

test("a long time without records is one column of the coverage", () => {
  const counted = [1570, 1720, 1950, null].map((column) => ({
    column,
    records: 2,
    scans: 1,
    scansElsewhere: 2,
    transcripts: 0,
    translations: 0,
    bare: 0,
  }));
  const { columns, rows } = completenessTable(columnsBetween(1570, 1959, 10), 10, counted);
  expect(columns.map(({ label }) => label)).toEqual([
    "1570s",
    "1580s–1710s",
    "1720s",
    "1730s–1940s",
    "1950s",
    "Undated",
  ]);
  expect(columns[1]?.href).toBeNull();
  const shown = rows.map(({ name, cells }) => [name, cells.map(({ records }) => records).join(" ")]);
  expect(shown.slice(0, 3)).toEqual([
    ["All records", "2 0 2 0 2 2"],
    ["With a scan here", "1 0 1 0 1 1"],
    ["With a scan elsewhere", "2 0 2 0 2 2"],
  ]);
  const years = completenessTable(columnsBetween(1950, 1959, 1), 1, []);
  expect(years.columns).toHaveLength(10);
});

test("a list takes from its address what it understands", () => {
  expect(listViewOf({})).toEqual([1, null, null]);
  expect(listViewOf({ page: "2", sort: "-date", year: "1962" })).toEqual([2, "-date", 1962]);
  expect(listViewOf({ page: "0", sort: "size", year: "01962" })).toEqual([1, null, null]);
  expect(listViewOf({ year: "-43" })).toEqual([1, null, -43]);
});

const event = (number: number, dateEarliest: number | null): ThemeEvent => ({
  anchor: `e${number}`,
  number,
  title: `Event ${number}`,
  description: null,
  record: null,
  place: null,
  dateEarliest,
  date: null,
  around: [] as ListedRecord[],
  more: 0,
});

test("events of one week stand side by side, and each is led to its day", () => {
  const picture = timelinePicture([
    event(1, 19590101),
    event(2, 19621022),
    event(3, 19621024),
    event(4, 19621027),
    event(5, null),
  ]);
  const marks = picture?.marks ?? [];
  expect(marks.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  for (const [index, mark] of marks.entries())
    for (const other of marks.slice(index + 1))
      expect(Math.hypot(mark.x - other.x, mark.y - other.y)).toBeGreaterThanOrEqual(25);
  expect(new Set(marks.map(({ y }) => y)).size).toBe(1);
  expect(marks.map(({ x }) => x)).toEqual(marks.map(({ x }) => x).toSorted((a, b) => a - b));
  expect((marks[3]?.dayX ?? 0) - (marks[1]?.dayX ?? 0)).toBeLessThan(10);
  expect(picture?.years.map(({ label }) => label)).toEqual(["1959", "1960", "1961", "1962", "1963"]);
});

test("more events than stand side by side take a second row, all of them on the drawing", () => {
  const picture = timelinePicture(
    Array.from({ length: 60 }, (_, index) => event(index, 19621001 + (index % 30))),
  );
  const marks = picture?.marks ?? [];
  expect(new Set(marks.map(({ y }) => y)).size).toBe(2);
  for (const [index, mark] of marks.entries()) {
    expect(mark.x).toBeGreaterThanOrEqual(14);
    expect(mark.x).toBeLessThanOrEqual(986);
    for (const other of marks.slice(index + 1))
      expect(Math.hypot(mark.x - other.x, mark.y - other.y)).toBeGreaterThanOrEqual(25);
  }
});

test("a timeline of one dated event is not drawn", () => {
  expect(timelinePicture([event(1, 19590101), event(2, null)])).toBeNull();
});
