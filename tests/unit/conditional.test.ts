import { expect, test } from "@playwright/test";
import { isKnown } from "@/lib/records/conditional";

const sent = { etag: '"abc"', changed: new Date("2026-03-04T05:06:07.890Z") };
const same = "Wed, 04 Mar 2026 05:06:07 GMT";
const before = "Wed, 04 Mar 2026 05:06:06 GMT";

for (const [name, headers, known] of [
  ["no condition", {}, false],
  ["its tag", { "if-none-match": '"abc"' }, true],
  ["its tag among others, weak", { "if-none-match": '"x", W/"abc"' }, true],
  ["any tag", { "if-none-match": "*" }, true],
  ["the second of its change", { "if-modified-since": same }, true],
  ["an earlier second", { "if-modified-since": before }, false],
  ["another tag with the second of its change", { "if-none-match": '"x"', "if-modified-since": same }, false],
  ["its tag with an earlier second", { "if-none-match": '"abc"', "if-modified-since": before }, true],
  ["a time that is none", { "if-modified-since": "yesterday" }, false],
] as const) {
  test(`asked with ${name}`, () => expect(isKnown(sent, new Headers(headers))).toBe(known));
}
