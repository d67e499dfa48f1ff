import { expect, test } from "@playwright/test";
import { hashOf, readRecordLine, type RecordLine } from "@/lib/import/record-line";

const read = (line: unknown) => readRecordLine(typeof line === "string" ? line : JSON.stringify(line));

function recordOf(line: object): RecordLine {
  const result = read(line);
  if (!result.ok) throw new Error(result.reason);
  return result.record;
}

const refused: [what: string, line: unknown, reason: RegExp][] = [
  ["no JSON", "{", /not JSON/],
  ["a list", "[]", /not a JSON object/],
  ["null", "null", /not a JSON object/],
  ["no id", { title: "A" }, /^id is missing$/],
  ["an empty id", { id: " " }, /^id is empty/],
  ["a title that is no text", { id: "a", title: 5 }, /^title is a number, not text$/],
  ["a NUL", { id: "a", title: "a\0b" }, /^title contains characters/],
  ["half a surrogate pair", '{"id":"a","body":"\\ud800"}', /^body contains characters/],
  ["people without their ids", { id: "a", people: ["B"], people_ids: [], places: 4 }, /^places /],
  ["fewer ids than people", { id: "a", people: ["B", "C"], people_ids: ["x"] }, /^people_ids /],
  ["an address that is none", { id: "a", url: "javascript:alert(1)" }, /^url /],
  ["a language that is none", { id: "a", language: "not a language" }, /^language.*BCP 47/],
  [
    "a title that is a text",
    { id: "a", title: "x".repeat(2_001) },
    /^title is longer than 2,000 characters$/,
  ],
  [
    "a date that is a text",
    { id: "a", date_text: "x".repeat(501) },
    /^date_text is longer than 500 characters$/,
  ],
  [
    "a text without words",
    { id: "a", texts: [{ kind: "transcript", language: "en" }] },
    /^texts\.0\.text is missing$/,
  ],
  ["half a page", { id: "a", page_count: 1.5 }, /^page_count is a number, not a whole number$/],
  ["an id without end", { id: "x".repeat(501) }, /^id is longer than 500 characters$/],
  ["a heading without end", { id: "a", subjects: ["x".repeat(2_000)] }, /^subjects\.0 is longer/],
];

for (const [what, line, reason] of refused) {
  test(`${what} is refused with a reason`, () => {
    const result = read(line);
    expect(result.ok ? "" : result.reason).toMatch(reason);
  });
}

test("absent, null and empty are the same", () => {
  const bare = recordOf({ id: "a" });
  expect(
    recordOf({ id: "a", title: null, body: "", creators: null, language: "", url: "", notes: [] }),
  ).toEqual(bare);
  expect(bare).toMatchObject({ title: null, body: null, creators: [], language: [], people: [], titles: {} });
});

test("what is written loosely is tidied", () => {
  const record = recordOf({
    id: 7,
    title: "The Counselor ( Lansing )  to\nthe Secretary",
    creators: "Lansing",
    subjects: ["Cuba", "Cuba", " "],
    language: "EN-us",
  });
  expect(record).toMatchObject({
    id: "7",
    title: "The Counselor (Lansing) to the Secretary",
    creators: ["Lansing"],
    subjects: ["Cuba"],
    language: ["en-US"],
  });
});

test("fields without a place are named unless they are empty", () => {
  const result = read({ id: "a", shelf: "A0003", colour: "", tags: [], title: "B" });
  expect(result).toMatchObject({ ok: true, ignored: ["shelf"] });
});

test("the hash follows what is imported and nothing else", () => {
  const hash = hashOf(recordOf({ id: "a", title: "B" }), null);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOf(recordOf({ title: " B ", id: "a", shelf: "A0003" }), null)).toBe(hash);
  expect(hashOf(recordOf({ id: "a", title: "C" }), null)).not.toBe(hash);
  expect(hashOf(recordOf({ id: "a", title: "B" }), "Cuba")).not.toBe(hash);
});
