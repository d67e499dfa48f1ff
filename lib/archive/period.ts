import { dayOfMonth, monthNames, monthOf, yearInWords, yearOf, type DayNumber } from "./day-number";

/** A year, one of its months or one of its days, with the bounds that day numbers within it have. */
export type Period = {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly first: DayNumber;
  readonly last: DayNumber;
};

/**
 * How records stand to a period: certainly dated within it; of those, the ones that say no more than the period itself ("1962"
 * without a month); and those that may belong to it or may not ("circa 1962", "1960 to 1963").
 */
export const periodParts = ["within", "wide", "perhaps"] as const;
export type PeriodPart = (typeof periodParts)[number];

/** Years that day numbers reach. */
const furthestYear = 99_999;

/** The period of an astronomical year, or of a month or a day in it; null where the calendar has no such thing. */
export function periodOf(
  year: number,
  month: number | null = null,
  day: number | null = null,
): Period | null {
  if (!Number.isInteger(year) || Math.abs(year) > furthestYear) return null;
  const start = year * 10_000;
  if (month === null) return { year, month, day: null, first: start, last: start + 9999 };
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (day === null) return { year, month, day, first: start + month * 100, last: start + month * 100 + 99 };
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  const only = start + month * 100 + day;
  return { year, month, day, first: only, last: only };
}

/** The year, month or day of a day number, as wide as `period` is. */
export function periodAround(day: DayNumber, { month, day: dayHere }: Period): Period | null {
  return periodOf(
    yearOf(day),
    month === null ? null : monthOf(day),
    dayHere === null ? null : dayOfMonth(day),
  );
}

/** The days of a month in the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

/** The weekday a month begins on, 0 for Monday. */
export function firstWeekday(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, 1);
  return (date.getUTCDay() + 6) % 7;
}

/**
 * How far the bounds of an uncertain date may reach for the record to be named at a period: ten years around a year, a year around a
 * month, the neighbouring months around a day. What is dated more widely says too little to stand there.
 */
export function reachOf({ year, month, day, first, last }: Period): { first: DayNumber; last: DayNumber } {
  if (month === null) return { first: first - 100_000, last: last + 100_000 };
  if (day === null) return { first: first - 10_000, last: last + 10_000 };
  const before = month === 1 ? (year - 1) * 10_000 + 1200 : year * 10_000 + (month - 1) * 100;
  const after = month === 12 ? (year + 1) * 10_000 + 100 : year * 10_000 + (month + 1) * 100;
  return { first: before, last: after + 99 };
}

/** "1962", "October 1962", "27 October 1962". */
export function periodInWords({ year, month, day }: Pick<Period, "year" | "month" | "day">): string {
  const monthName = month === null ? null : monthNames[month - 1];
  return [day, monthName, yearInWords(year)].filter((part) => part !== null).join(" ");
}

/** A day of any year, month × 100 + day; null where no year has it. 29 February is one. */
export function anniversaryOf(month: number, day: number): number | null {
  return periodOf(2000, month, day) === null ? null : month * 100 + day;
}

/** The day before (-1) or after (1) a day of any year; 29 February has its place among them. */
export function nextAnniversary(anniversary: number, step: 1 | -1): number {
  const date = new Date(Date.UTC(2000, Math.floor(anniversary / 100) - 1, (anniversary % 100) + step));
  return (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** "27 October". */
export const anniversaryInWords = (anniversary: number): string =>
  `${anniversary % 100} ${monthNames[Math.floor(anniversary / 100) - 1] ?? ""}`;
