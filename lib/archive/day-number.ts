/**
 * A calendar day as one sortable integer, year × 10000 + month × 100 + day in the proleptic Gregorian calendar with
 * astronomical years (1 BCE is 0). Unlike a database date it reaches any year, and an index engine can sort and filter it.
 */
export type DayNumber = number;

/** Bounds of a date that is open or unknown on one side. They sort before and after every real day. */
export const openPast: DayNumber = -999_999_999;
export const openFuture: DayNumber = 999_999_999;

/** The day number of an instant, read in UTC. */
export function dayNumberOf(milliseconds: number): DayNumber {
  const date = new Date(milliseconds);
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** The day that many days after a day, or before it; open and unknown sides stay as they are. */
export function shiftDay(day: DayNumber, days: number): DayNumber {
  if (day <= openPast || day >= openFuture) return day;
  const date = new Date(0);
  date.setUTCFullYear(yearOf(day), monthOf(day) - 1, dayOfMonth(day) + days);
  return dayNumberOf(date.getTime());
}

/** The astronomical year a day lies in. */
export const yearOf = (day: DayNumber): number => Math.floor(day / 10_000);

/** The month, 1 to 12. */
export const monthOf = (day: DayNumber): number => Math.floor((day - yearOf(day) * 10_000) / 100);

/** The day of the month, 1 to 31. */
export const dayOfMonth = (day: DayNumber): number => day - yearOf(day) * 10_000 - monthOf(day) * 100;

/**
 * A day for machines in ISO 8601, years beyond four digits in its expanded form ("-010000-01-01"); null for an open or unknown side,
 * on which there is no day.
 */
export function isoDayOf(day: DayNumber): string | null {
  if (day <= openPast || day >= openFuture) return null;
  const year = yearOf(day);
  const digits = String(Math.abs(year)).padStart(year < 0 || year > 9999 ? 6 : 4, "0");
  const sign = year < 0 ? "-" : year > 9999 ? "+" : "";
  const two = (part: number) => String(part).padStart(2, "0");
  return `${sign}${digits}-${two(monthOf(day))}-${two(dayOfMonth(day))}`;
}

/** The months in English, January first. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** A decade by its first astronomical year, in words: "1960s". The decade of 0, which is 1 BCE, lies on both sides. */
export function decadeInWords(first: number): string {
  if (first > 0) return `${first}s`;
  return first === 0 ? "1 BCE–9 CE" : `${-first - 8}–${1 - first} BCE`;
}

/** A time of one, ten or more years in words, by its first astronomical year. */
export function columnInWords(first: number, years: number): string {
  if (years === 1) return yearInWords(first);
  if (years === 10) return decadeInWords(first);
  return `${yearInWords(first)}–${yearInWords(first + years - 1)}`;
}

/** A year in words, astronomical years before 1 as years before the common era. */
export const yearInWords = (year: number): string => (year > 0 ? String(year) : `${1 - year} BCE`);
