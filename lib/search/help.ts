import { queryFields } from "@/lib/archive/query-fields";
import { queryText } from "@/lib/archive/query-text";
import { blankSearch, searchHref } from "./state";

/** Something that can be written, with the address that runs it. */
export type HelpExample = {
  readonly written: string;
  readonly href: string;
  /** What it finds or does, in words. */
  readonly finds: string;
  readonly note: string | null;
};

const asking = (query: string, finds: string, note: string | null = null): HelpExample => ({
  written: query,
  href: searchHref({ ...blankSearch, query }),
  finds,
  note,
});

/** The ways to put words together; each example finds something among the records that every archive starts with. */
export const wordExamples: readonly HelpExample[] = [
  asking(
    "missile crisis",
    "Records with both words, in any form; the closest of those with one of them follow",
  ),
  asking('"missile crisis"', "The words side by side, exactly as they stand"),
  asking('"launchers"', "A single word as it stands: not “launcher”, and no other spelling"),
  asking("cable -Dobrynin", "Records without what stands behind the minus", "NOT Dobrynin says the same."),
  asking('cable -"foreign ministry"', "Records without a phrase"),
  asking(
    "Alekseev OR Dobrynin",
    "Records with one of the two, or both",
    "A bar says the same: Alekseev | Dobrynin.",
  ),
  asking("Castro AND conversation", "Only records with both words, none with one of them"),
  asking("(Alekseev OR Dobrynin) cable", "Parentheses say what belongs together"),
  asking("Czech*", "Words that begin so; at least three letters stand before the star"),
];

/** Every field of the query language, as the parser knows them. */
export const fieldExamples: readonly HelpExample[] = queryFields.map(({ also, finds, example }) =>
  asking(
    example,
    `Records ${finds}`,
    also.length > 0 ? `Also written ${also.map((name) => `${name}:`).join(", ")}` : null,
  ),
);

/** The ways to put fields together. */
export const fieldMixtures: readonly HelpExample[] = [
  asking("title:(cable OR telegram)", "A field can have alternatives"),
  asking(
    "author:Alekseev -to:Gromyko year:1962",
    "Fields and words can stand beside each other and be left out",
  ),
  asking(
    '(person:Castro OR person:Mikoyan) type:"memorandum of conversation"',
    "And parentheses hold them together",
  ),
];

/** The ways to write a date. */
export const dateExamples: readonly HelpExample[] = [
  asking("date:1962-10-28", "A day"),
  asking("date:1962-10", "A month"),
  asking("year:1961..1962", "From one year to another"),
  asking("date:1962-10-15/1962-10-28", "From one day to another"),
  asking("date:1962-11/..", "From a month onwards", "date:../1960 is up to the end of a year."),
  asking("year:1960s", "A decade"),
  asking('date:"28 October 1962"', "A date in English words, between quotation marks"),
];

const inFormat = (format: string, finds: string): HelpExample => ({
  written: `format=${format}`,
  href: `${searchHref({ ...blankSearch, query: "missile crisis" })}&format=${format}`,
  finds,
  note: null,
});

/** What the address of a search can be read as besides the page. */
export const formatExamples: readonly HelpExample[] = [
  inFormat("csv", "A table, for spreadsheets"),
  inFormat("json", "For programs"),
  inFormat("ris", "For reference managers such as Zotero or EndNote"),
  inFormat("atom", "A feed: new records of this search arrive in a feed reader"),
];

/** A search for a document type or a language that records of this archive have. */
export const valueHref = (field: "type" | "lang", value: string): string =>
  searchHref({ ...blankSearch, query: queryText({ kind: "value", field, value }) });
