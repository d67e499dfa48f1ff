import { openFuture, openPast, yearOf, type DayNumber } from "./day-number";

/** A date that could lie in more years or decades than this says too little to stand under each of them. */
export const mostYears = 10;
export const mostDecades = 10;

/** Whether both sides of a date are known. */
const isClosed = (earliest: DayNumber, latest: DayNumber) => earliest > openPast && latest < openFuture;

/** The years a date may lie in, in order; none where a side is open or there are more than `mostYears`. */
export function yearsCovered(earliest: DayNumber | null, latest: DayNumber | null): number[] {
  if (earliest === null || latest === null || !isClosed(earliest, latest)) return [];
  const first = yearOf(earliest);
  const count = yearOf(latest) - first + 1;
  return count > mostYears ? [] : Array.from({ length: count }, (_, index) => first + index);
}

/** The decades a date may lie in, each by its first year; none where a side is open or there are more than `mostDecades`. */
export function decadesCovered(earliest: DayNumber | null, latest: DayNumber | null): number[] {
  if (earliest === null || latest === null || !isClosed(earliest, latest)) return [];
  const first = Math.floor(yearOf(earliest) / 10);
  const count = Math.floor(yearOf(latest) / 10) - first + 1;
  return count > mostDecades ? [] : Array.from({ length: count }, (_, index) => (first + index) * 10);
}
