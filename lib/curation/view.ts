import type { RecordStatus } from "@/lib/archive/vocabulary";

export type { CurationRow } from "@/db/queries/curation";
export type { Candidate, Match } from "@/db/queries/pickers";

/** Statuses as curators read them. */
export const statusLabels: { readonly [Status in RecordStatus]: string } = {
  draft: "Draft",
  in_review: "In review",
  published: "Published",
  withdrawn: "Withdrawn",
};

/** What is said after a change, by the word in the address. */
const notices = new Map([
  ["save", "Saved."],
  ["publish", "Saved and published."],
  ["submit", "Saved and submitted for review."],
  ["withdrawn", "Withdrawn. The page now says so, and why."],
  ["reinstated", "Published again."],
  ["file-saved", "What is said of the file is saved."],
  ["file-moved", "The order is changed."],
  ["file-removed", "The file is removed from this record. Its bytes are kept; the history names them."],
  ["file-again", "Thumbnails and tiles are being made again."],
  ["file-gone", "Somebody else has removed this file meanwhile."],
  ["index-again", "These records are being indexed again."],
  ["user", "The change is made."],
  ["search-deleted", "The search is deleted. Whoever follows it is told so."],
]);

/** The message a word in the address stands for; null for any other word. */
export const noticeFor = (word: unknown): string | null => notices.get(String(word)) ?? null;
