import { expect, test } from "@playwright/test";
import { inTitleOrder } from "@/lib/archive/title-order";

test("volumes and parts stand in the order of their numbers, Roman or not", () => {
  const titles = [
    "Volume I, Part 1",
    "Volume I, Part 2",
    "Volume I, Part 10",
    "Volume V",
    "Volume IX",
    "Volume X",
    "Volume XL",
  ];
  expect(titles.toReversed().toSorted(inTitleOrder)).toEqual(titles);
});

test("letters that are no numerals of a part are letters", () => {
  expect(["Series of letters", "I, the witness", "Circulars"].toSorted(inTitleOrder)).toEqual([
    "Circulars",
    "I, the witness",
    "Series of letters",
  ]);
});
