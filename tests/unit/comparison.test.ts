import { expect, test } from "@playwright/test";
import { blankDescription } from "@/db/queries/record-description";
import { differencesBetween, mergedDescription } from "@/lib/curation/comparison";

const base = {
  ...blankDescription("Title"),
  summary: "Summary",
  extent: "3 pages",
  subjects: [{ id: 1, name: "Missiles" }],
};

test("each differing field is shown with the side that changed it", () => {
  const mine = { ...base, summary: "Mine", extent: "4 pages", subjects: [{ id: 1, name: "" }] };
  const theirs = { ...base, summary: "Theirs", note: "A note" };
  const since = [
    { field: "summary", before: "Summary", after: "Theirs" },
    { field: "note", before: null, after: "A note" },
  ];
  expect(differencesBetween(mine, theirs, since)).toEqual([
    { field: "summary", label: "Summary", mine: ["Mine"], theirs: ["Theirs"], changedBy: "both" },
    { field: "extent", label: "Extent", mine: ["4 pages"], theirs: ["3 pages"], changedBy: "me" },
    { field: "note", label: "Note for readers", mine: [], theirs: ["A note"], changedBy: "them" },
  ]);
});

test("names that were only read along make no difference", () => {
  expect(differencesBetween({ ...base, subjects: [{ id: 1 }] }, base, [])).toEqual([]);
});

test("chosen fields are taken over, the rest stays mine", () => {
  const merged = mergedDescription(
    { ...base, summary: "Mine", extent: "4 pages" },
    { ...base, summary: "Theirs" },
    new Map([
      ["summary", "theirs"],
      ["extent", "mine"],
    ]),
  );
  expect(merged).toMatchObject({ summary: "Theirs", extent: "4 pages" });
});
