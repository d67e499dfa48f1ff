import { expect, test } from "@playwright/test";
import { dayNumberOf, dayOfMonth, monthOf, openFuture, openPast, yearOf } from "@/lib/archive/day-number";
import { isQualified, readingOf, spanOf } from "@/lib/archive/edtf";

const readings: [edtf: string, words: string, earliest: number, latest: number][] = [
  ["1962-10-27", "27 October 1962", 19621027, 19621027],
  ["1959-09", "September 1959", 19590901, 19590930],
  ["1962", "1962", 19620101, 19621231],
  ["1964-02", "February 1964", 19640201, 19640229],
  ["1962~", "circa 1962", 19620101, 19621231],
  ["1962?", "1962 (uncertain)", 19620101, 19621231],
  ["1962%", "circa 1962 (uncertain)", 19620101, 19621231],
  ["196X", "1960s", 19600101, 19691231],
  ["196", "1960s", 19600101, 19691231],
  ["19XX", "1900s", 19000101, 19991231],
  ["1962-10-XX", "October 1962", 19621001, 19621031],
  ["1962-XX-XX", "1962", 19620101, 19621231],
  ["1962-XX-27", "day 27 of an unknown month, 1962", 19620127, 19621227],
  ["1962-10?/1962-11", "October 1962 (uncertain) to November 1962", 19621001, 19621130],
  ["1962/..", "1962 to no known end", 19620101, openFuture],
  ["../1962", "any time to 1962", openPast, 19621231],
  ["/1962", "an unknown time to 1962", openPast, 19621231],
  ["1962-21", "spring 1962", 19620101, 19620331],
  ["[1962,1964]", "1962 or 1964", 19620101, 19641231],
  ["[1962..1964]", "1962 to 1964", 19620101, 19641231],
  ["{1962-10,1962-11}", "October 1962 and November 1962", 19621001, 19621130],
  ["-0043-03-15", "15 March 44 BCE", -429685, -429685],
  ["0000", "1 BCE", 101, 1231],
  ["1962-10-27/1962-10-27", "27 October 1962", 19621027, 19621027],
  ["1964-02-29", "29 February 1964", 19640229, 19640229],
  ["Y12000", "12000", 120000101, 120001231],
  ["1962-10-27T10:00:00Z", "27 October 1962", 19621027, 19621027],
];

for (const [edtf, words, earliest, latest] of readings) {
  test(`“${edtf}” reads as ${words}`, () => {
    expect(readingOf(edtf)).toBe(words);
    expect(spanOf(edtf)).toEqual({ earliest, latest });
  });
}

for (const text of [
  "",
  " ",
  "October 1962",
  "1962-13",
  "1962-02-30",
  "1963/1962",
  "27.10.1962",
  "1962-02-29",
  "1900-02-29~",
  "1962-04-31/1962-05",
  "12345",
  "Y1E400",
  "Y999999999999",
  "1".repeat(500),
]) {
  test(`“${text.slice(0, 20)}” is not a date`, () => {
    expect(spanOf(text)).toBeNull();
    expect(readingOf(text)).toBeNull();
  });
}

test("a qualified date says so", () => {
  expect(["1962", "196X", "1962~", "1962?", "1962%"].map(isQualified)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});

test("day numbers sort like days and give their parts back, before the common era too", () => {
  const days = [-429685, 101, 19621027, 19621028].map((day) => [yearOf(day), monthOf(day), dayOfMonth(day)]);
  expect(days).toEqual([
    [-43, 3, 15],
    [0, 1, 1],
    [1962, 10, 27],
    [1962, 10, 28],
  ]);
  expect(dayNumberOf(Date.UTC(1962, 9, 27))).toBe(19621027);
});
