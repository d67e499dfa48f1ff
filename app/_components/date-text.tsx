/** A date as a page shows it: in words, and for machines where it names one day, month or year. */
export type ShownDate = { readonly words: string; readonly datetime: string | null };

export function DateText({ date }: { date: ShownDate }) {
  return date.datetime ? <time dateTime={date.datetime}>{date.words}</time> : <span>{date.words}</span>;
}
