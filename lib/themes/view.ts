import type { Around, EventRecord } from "@/db/queries/theme-records";
import {
  openFuture,
  openPast,
  shiftDay,
  yearInWords,
  yearOf,
  type DayNumber,
} from "@/lib/archive/day-number";
import { recordHref } from "@/lib/archive/hrefs";
import { listedRecord, shownDate, type ListedRecord, type ShownDate } from "@/lib/archive/listed-record";

export type { ThemePlace } from "@/db/queries/theme-records";

type EventRow = {
  readonly id: number;
  readonly title: string;
  readonly description: string | null;
  readonly dateExpression: string | null;
  readonly dateEdtf: string | null;
  readonly dateEarliest: DayNumber | null;
  readonly dateLatest: DayNumber | null;
  readonly record: { readonly slug: string; readonly title: string } | null;
  readonly place: { readonly slug: string; readonly name: string } | null;
};

export type ThemeEvent = Pick<EventRow, "title" | "description" | "record" | "place" | "dateEarliest"> & {
  /** Its anchor on the page, "e12". */
  readonly anchor: string;
  /** Its number on the timeline, counted from 1. */
  readonly number: number;
  readonly date: ShownDate | null;
  /** Records dated around it, beside the one that attests it. */
  readonly around: readonly ListedRecord[];
  /** How many more there are. */
  readonly more: number;
};

/** A record belongs to an event when it is dated within so many days of it. */
const daysAround = 3;

/** The days around each event that has a day at both ends. */
export const stretchesAround = (events: readonly EventRow[]): Around[] =>
  events.flatMap(({ id, dateEarliest, dateLatest }) =>
    dateEarliest === null || dateLatest === null || dateEarliest <= openPast || dateLatest >= openFuture
      ? []
      : [
          {
            eventId: id,
            first: shiftDay(dateEarliest, -daysAround),
            last: shiftDay(dateLatest, daysAround),
          },
        ],
  );

/** The events in order of time, each with the records around it but the one that attests it. */
export function eventsWith(events: readonly EventRow[], records: readonly EventRecord[]): ThemeEvent[] {
  return events.map(({ id, title, description, record, place, dateEarliest, ...date }, index) => {
    const near = records.filter(({ eventId }) => eventId === id);
    const around = near.filter(({ slug }) => slug !== record?.slug).map(listedRecord);
    return {
      anchor: `e${id}`,
      number: index + 1,
      title,
      description,
      record,
      place,
      dateEarliest,
      date: shownDate(date),
      around,
      more: Math.max(0, (near[0]?.total ?? 0) - near.length),
    };
  });
}

type TimelineMark = {
  readonly anchor: string;
  readonly number: number;
  readonly words: string;
  readonly x: number;
  readonly y: number;
};
export type TimelinePicture = {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly TimelineMark[];
  readonly years: readonly { readonly label: string; readonly x: number }[];
};

const width = 1000;
const margin = 24;
/** Room of one mark: large enough to be hit. */
const room = 28;
const axis = 26;

/** A day as a fraction of years, close enough for a picture. */
const yearsOf = (day: DayNumber): number =>
  yearOf(day) + (Math.floor((day % 10_000) / 100) - 1) / 12 + ((day % 100) - 1) / 372;

/** The events along an axis of years; those too close to stand side by side are stacked. Null where fewer than two have a date. */
export function timelinePicture(events: readonly ThemeEvent[]): TimelinePicture | null {
  const dated = events.flatMap((event) =>
    event.dateEarliest === null || event.dateEarliest <= openPast
      ? []
      : [{ ...event, at: yearsOf(event.dateEarliest) }],
  );
  const [first, last] = [dated[0], dated.at(-1)];
  if (!first || !last || dated.length < 2) return null;
  const from = Math.floor(first.at);
  const to = Math.floor(last.at) + 1;
  const xOf = (at: number) => Math.round(margin + ((width - 2 * margin) * (at - from)) / (to - from));
  const ends: number[] = [];
  const placed = dated.map(({ anchor, number, title, date, at }) => {
    const x = xOf(at);
    const free = ends.findIndex((end) => end + room <= x);
    const row = free === -1 ? ends.length : free;
    ends[row] = x;
    return { anchor, number, words: [date?.words, title].filter(Boolean).join(": "), x, row };
  });
  const height = ends.length * room + axis;
  const step = Math.ceil((to - from) / 20);
  const years = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
  return {
    width,
    height,
    marks: placed.map(({ row, ...mark }) => ({ ...mark, y: height - axis - row * room - room / 2 })),
    years: years.map((year) => ({ label: yearInWords(year), x: xOf(year) })),
  };
}

/** The record that attests an event first, then those around it, as links. */
export const documentsOf = ({ record, around }: ThemeEvent) => [
  ...(record ? [{ href: recordHref(record.slug), title: record.title, date: null }] : []),
  ...around.map(({ href, title, date }) => ({ href, title, date })),
];
