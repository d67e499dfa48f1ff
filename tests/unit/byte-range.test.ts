import { expect, test } from "@playwright/test";
import { byteRangeOf } from "@/lib/files/byte-range";

const cases: [header: string | null, range: ReturnType<typeof byteRangeOf>][] = [
  [null, null],
  ["bytes=0-0", { first: 0, last: 0 }],
  ["bytes=5-", { first: 5, last: 9 }],
  ["bytes=5-99", { first: 5, last: 9 }],
  ["bytes=-3", { first: 7, last: 9 }],
  ["bytes=-99", { first: 0, last: 9 }],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=10-", "unsatisfiable"],
  ["bytes=4-3", null],
  ["bytes=-", null],
  ["bytes=0-1,3-4", null],
  ["lines=0-1", null],
  ["bytes=1x-2", null],
];

for (const [header, range] of cases) {
  test(`the range ${header ?? "(none)"} of ten bytes`, () => {
    expect(byteRangeOf(header, 10)).toEqual(range);
  });
}
