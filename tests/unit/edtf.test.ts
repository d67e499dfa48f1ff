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
  ["19XX", "20th century (1900–1999)", 19000101, 19991231],
  ["1962-10-XX", "October 1962", 19621001, 19621031],
  ["1962-XX-XX", "1962", 19620101, 19621231],
  ["1962-XX-27", "day 27 of an unknown month, 1962", 19620127, 19621227],
  ["1962-10?/1962-11", "between October (uncertain) and November 1962", 19621001, 19621130],
  ["1962/..", "1962 onwards", 19620101, openFuture],
  ["../1962", "until 1962", openPast, 19621231],
  ["/1962", "until 1962, beginning unknown", openPast, 19621231],
  ["1962-21", "spring 1962", 19620101, 19620331],
  ["[1962,1964]", "1962 or 1964", 19620101, 19641231],
  ["[1962..1964]", "1962 to 1964", 19620101, 19641231],
  ["{1962-10,1962-11}", "October 1962 and November 1962", 19621001, 19621130],
  ["-0043-03-15", "15 March 44 BCE", -429685, -429685],
  ["0000", "1 BCE", 101, 1231],
  ["1962-10-27/1962-10-27", "27 October 1962", 19621027, 19621027],
  ["1964-02-29", "29 February 1964", 19640229, 19640229],
  ["Y12000", "12000", 120000101, 120001231],
  ["1962/", "from 1962, end unknown", 19620101, openFuture],
  ["1962-10-22/1962-10-28", "22 to 28 October 1962", 19621022, 19621028],
  ["1962-10/1962-12", "October to December 1962", 19621001, 19621231],
  ["1962-10-28/1962-11-03", "28 October to 3 November 1962", 19621028, 19621103],
  ["1961-12/1962-01", "December 1961 to January 1962", 19611201, 19620131],
  ["1962~/1963", "between circa 1962 and 1963", 19620101, 19631231],
  ["1960/196X", "1960 to 1960s", 19600101, 19691231],
  ["-0499/-0450", "500 to 451 BCE", -4989899, -4498769],
  ["-0043", "44 BCE", -429899, -428769],
  ["-05XX", "between 600 and 501 BCE", -5989899, -4998769],
  ["0962", "962 CE", 9620101, 9621231],
  ["190X", "1900–1909", 19000101, 19091231],
  ["1XXX", "between 1000 and 1999", 10000101, 19991231],
  ["196X~", "circa 1960s", 19600101, 19691231],
  ["19XX?", "20th century (1900–1999) (uncertain)", 19000101, 19991231],
  ["156X-12-25", "25 December of a year in the 1560s", 15601225, 15691225],
  ["XXXX-12-25", "25 December of an unknown year", 1225, 99991225],
  ["1962-10-2X", "between 20 and 29 October 1962", 19621020, 19621029],
  ["1962-1X", "between October and December 1962", 19621001, 19621231],
  ["1962-10-XX?", "October 1962 (uncertain)", 19621001, 19621031],
  ["1962-10-?27", "27 October 1962 (day uncertain)", 19621027, 19621027],
  ["1962-10-~27", "27 October 1962 (day approximate)", 19621027, 19621027],
  ["1962?-10-27", "27 October 1962 (year uncertain)", 19621027, 19621027],
  ["1962-10?-27", "27 October 1962 (month and year uncertain)", 19621027, 19621027],
  ["1962-10-27?", "27 October 1962 (uncertain)", 19621027, 19621027],
  ["1962-21~", "circa spring 1962", 19620101, 19620331],
  ["1962-34", "second quarter of 1962", 19620401, 19620630],
  ["1962-41", "second half of 1962", 19620701, 19621231],
  ["[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672", 16670101, 16721231],
  ["[..1983]", "1983 or earlier", openPast, 19831231],
  ["[1984..]", "1984 or later", 19840101, openFuture],
  ["[1962-10-22..1962-10-28]", "22 to 28 October 1962", 19621022, 19621028],
  ["1950S2", "circa 1950", 19000101, 19991231],
  ["Y-17000", "17001 BCE", -169999899, -169998769],
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
  "../..",
  "/..",
  "1962/1963/1964",
  "~",
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
