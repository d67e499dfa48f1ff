import type { ShownDate } from "@/lib/archive/listed-record";

/** A date in words, marked up so that machines can read it too. */
export function DateText({ date }: { date: ShownDate }) {
  return date.datetime ? <time dateTime={date.datetime}>{date.words}</time> : <span>{date.words}</span>;
}
