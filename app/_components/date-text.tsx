import { capitalised, type ShownDate } from "@/lib/archive/listed-record";

type Properties = {
  date: ShownDate;
  /** Whether other words stand before it; a date that begins its line begins with a capital letter: "Circa 1962". */
  isWithinLine?: boolean;
};

/** A date in words, marked up so that machines can read it too. */
export function DateText({ date, isWithinLine = false }: Properties) {
  const words = isWithinLine ? date.words : capitalised(date.words);
  return date.datetime ? <time dateTime={date.datetime}>{words}</time> : <span>{words}</span>;
}
