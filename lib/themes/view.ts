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
  /** Where its day lies on the axis. */
  readonly dayX: number;
};
export type TimelinePicture = {
  readonly width: number;
  readonly height: number;
  /** The height at which the axis lies. */
  readonly axis: number;
  readonly marks: readonly TimelineMark[];
  readonly years: readonly { readonly label: string; readonly x: number }[];
};

const width = 1000;
const margin = 24;
/** Room of one mark: large enough to be hit. */
const room = 28;
/** What lies between the marks and the axis, where lines lead from each to its day, and below the axis. */
const leading = 44;
const below = 26;

/** A day as a fraction of years, close enough for a picture. */
const yearsOf = (day: DayNumber): number =>
  yearOf(day) + (Math.floor((day % 10_000) / 100) - 1) / 12 + ((day % 100) - 1) / 372;

/**
 * The events side by side in order of time, each led to its day on an axis of years: what happened within a month would lie on one
 * point of it. Null where fewer than two have a date.
 */
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
  const rows = Math.ceil((dated.length * room) / (width - 2 * margin));
  const days = dated.map(({ at }) => xOf(at));
  const places = sideBySide(days, room / rows);
  const axis = rows * room + leading;
  const step = Math.ceil((to - from) / 20);
  const years = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
  return {
    width,
    height: axis + below,
    axis,
    marks: dated.map(({ anchor, number, title, date }, index) => ({
      anchor,
      number,
      words: [date?.words, title].filter(Boolean).join(": "),
      x: places[index] ?? 0,
      y: (index % rows) * room + room / 2,
      dayX: days[index] ?? 0,
    })),
    years: years.map((year) => ({ label: yearInWords(year), x: xOf(year) })),
  };
}

/**
 * Places at least `gap` apart within the drawing, as near as can be to where they should be, which is in ascending order: those
 * that would crowd stand around their middle (isotonic regression by pooling adjacent violators).
 */
function sideBySide(wanted: readonly number[], gap: number): number[] {
  const pools: { sum: number; count: number }[] = [];
  const middleOf = ({ sum, count }: { sum: number; count: number }) => sum / count;
  for (const [index, place] of wanted.entries()) {
    let pool = { sum: place - index * gap, count: 1 };
    for (let before = pools.at(-1); before && middleOf(before) > middleOf(pool); before = pools.at(-1)) {
      pool = { sum: pool.sum + before.sum, count: pool.count + before.count };
      pools.pop();
    }
    pools.push(pool);
  }
  const furthest = width - margin - (wanted.length - 1) * gap;
  return pools
    .flatMap((pool) => Array.from({ length: pool.count }, () => middleOf(pool)))
    .map((place, index) => Math.round(Math.min(Math.max(place, margin), furthest) + index * gap));
}

/** The record that attests an event first, then those around it, as links. */
export const documentsOf = ({ record, around }: ThemeEvent) => [
  ...(record ? [{ href: recordHref(record.slug), title: record.title, date: null }] : []),
  ...around.map(({ href, title, date }) => ({ href, title, date })),
];
