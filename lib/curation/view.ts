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
  ["user", "The change is made."],
]);

/** The message a word in the address stands for; null for any other word. */
export const noticeFor = (word: unknown): string | null => notices.get(String(word)) ?? null;
