import { expect, test } from "@playwright/test";
import type { ExportedRecord } from "@/db/queries/exported-records";
import { answerHead } from "@/lib/exports/answer-head";
import { atomOf, xmlText } from "@/lib/exports/atom";
import { csvCell, csvHead, csvLine } from "@/lib/exports/csv";
import { fileNameOf } from "@/lib/exports/file-name";
import { machineRecord } from "@/lib/exports/machine-record";
import { writeCsv, writeJson } from "@/lib/exports/writers";
import { formatIn, searchFileHref } from "@/lib/search/formats";
import { blankSearch, parseSearchState } from "@/lib/search/state";

const addressOf = (path: string) => `https://archive.example${path}`;

const record: ExportedRecord = {
  id: 7,
  slug: "finding-aid",
  title: 'The "finding aid", how it is read',
  summary: "Two\nlines; one of them long.",
  dateExpression: "November 2026",
  dateEdtf: "2026-11",
  dateEarliest: 20261101,
  dateLatest: 20261130,
  sourceCitation: null,
  note: null,
  firstPublishedAt: "2026-11-27T10:00:00.5+01:00",
  updatedAt: "2026-11-27T11:00:00+00:00",
  rights: { name: "CC BY 4.0", uri: "https://creativecommons.org/licenses/by/4.0/" },
  links: [
    { kind: "agent", slug: "archivist", name: "Archivist, A.", role: "author", detail: null },
    { kind: "agent", slug: "reader", name: "Reader, R.", role: "mentioned", detail: null },
    { kind: "place", slug: "reading-room", name: "Reading room", role: "about" },
    { kind: "subject", slug: "search", name: "Search & find" },
    { kind: "language", slug: "en", name: "English" },
  ],
  collections: [{ slug: "handbook", title: "=Handbook" }],
  references: [{ raw: "f. 5, op. 49", repositorySlug: "here", repositoryName: "Here" }],
};

/** Reads CSV as RFC 4180 has it. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.slice(0, -1);
}

async function* portions(...each: ExportedRecord[][]) {
  yield* each;
}

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

test.describe("cells", () => {
  for (const [value, cell] of [
    [null, ""],
    [12, "12"],
    [-43, "-43"],
    ["plain", "plain"],
    ["a, b", '"a, b"'],
    ['the "aid"', '"the ""aid"""'],
    ["two\nlines", '"two\nlines"'],
    [["one", "two"], '"one; two"'],
    [[], ""],
    ["=1+1", "'=1+1"],
    ["+44", "'+44"],
    ["-0043", "'-0043"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", `"'\t=1"`],
    ["\r=1", `"'\r=1"`],
    ["＝1", "'＝1"],
    [["=1", "2"], `"'=1; 2"`],
    ["a=1", "a=1"],
    ['=HYPERLINK("http://example.com")', `"'=HYPERLINK(""http://example.com"")"`],
  ] as const) {
    test(JSON.stringify(value), () => expect(csvCell(value)).toBe(cell));
  }
});

test("a CSV file has a mark for its encoding, a head, and a line for each record", async () => {
  const head = answerHead(blankSearch, 2, new Date());
  const text = await whole(writeCsv(head, portions([record], [], [record]), addressOf));
  expect(text.startsWith("\u{FEFF}id,address,title,date,")).toBe(true);
  const [names = [], first = [], ...rest] = rowsOf(text.slice(1));
  expect(rest).toHaveLength(1);
  const cells = Object.fromEntries(names.map((name, index) => [name, first[index]]));
  expect(first).toHaveLength(names.length);
  expect(cells).toMatchObject({
    id: "7",
    address: "https://archive.example/document/finding-aid",
    title: record.title,
    date: "November 2026",
    date_earliest: "2026-11-01",
    summary: record.summary,
    authors: "Archivist, A.",
    other_people: "Reader, R. (mentioned)",
    collections: "'=Handbook",
    archives: "Here",
    archival_references: "f. 5, op. 49",
  });
  expect(csvHead() + csvLine(record, addressOf).repeat(2)).toBe(text);
});

for (const sizes of [[], [0], [1], [2, 1], [0, 2, 0]]) {
  test(`JSON sent in portions of ${sizes.join(", ") || "nothing"} is one valid object`, async () => {
    const head = answerHead(
      parseSearchState(new URLSearchParams("q=aid&type=letter&page=3")),
      9,
      new Date(0),
    );
    const pieces = portions(...sizes.map((size) => Array.from({ length: size }, () => record)));
    const answer = JSON.parse(await whole(writeJson(head, pieces, addressOf)));
    const listed = sizes.reduce((sum: number, size) => sum + size, 0);
    expect(answer).toMatchObject({
      query: "aid",
      parameters: { type: ["letter"] },
      retrieved: "1970-01-01T00:00:00.000Z",
      total: 9,
      listed,
    });
    expect(answer.address).toMatch(/\/search\?q=aid&type=letter$/);
    expect(answer.records).toHaveLength(listed);
  });
}

test("JSON names everything of a record, in UTC and ISO 8601", () => {
  expect(machineRecord(record, addressOf)).toMatchObject({
    address: "https://archive.example/document/finding-aid",
    date: { words: "November 2026", edtf: "2026-11", earliest: "2026-11-01", latest: "2026-11-30" },
    people: [{ role: "author" }, { role: "mentioned" }],
    subjects: [{ slug: "search", name: "Search & find" }],
    languages: [{ code: "en", name: "English" }],
    archivalReferences: [{ reference: "f. 5, op. 49", repository: { slug: "here", name: "Here" } }],
    published: "2026-11-27T09:00:00.500Z",
  });
  const undated = { ...record, dateExpression: null, dateEdtf: null, dateEarliest: null, dateLatest: null };
  expect(machineRecord(undated, addressOf).date).toBeNull();
});

test("a feed keeps markup and unspeakable characters out, and its ids do not follow addresses", () => {
  const feed = atomOf(
    {
      id: "https://archive.example/search?q=a&type=b",
      title: "<a> & \u{1}b\u{FFFE}",
      subtitle: "1 record",
      query: '"a"',
      self: "https://archive.example/search?q=a&type=b&format=atom",
      page: "https://archive.example/search?q=a&type=b",
      archive: "Archive",
      updated: new Date(0),
      total: 120,
      records: [record],
    },
    addressOf,
  );
  expect(feed).toContain("<title>&lt;a&gt; &amp; b</title>");
  expect(feed).toContain("<id>https://archive.example/document/7</id>");
  expect(feed).toContain('href="https://archive.example/document/finding-aid"');
  expect(feed).toContain('searchTerms="&quot;a&quot;"');
  expect(feed).toContain("<opensearch:totalResults>120</opensearch:totalResults>");
  expect(feed).toContain("<published>2026-11-27T09:00:00.500Z</published>");
  expect(xmlText("𝔘\u{D800}")).toBe("𝔘\u{FFFD}");
});

test("a file's name says what was asked and when, in plain letters", () => {
  const at = new Date("2026-11-27T23:18:45Z");
  const nameOf = (query: string) =>
    fileNameOf(answerHead(parseSearchState(new URLSearchParams(query)), 1, at), "csv");
  expect(nameOf("q=Алексеев&type=cable")).toBe("search-alekseev-cable-2026-11-27T2318Z.csv");
  expect(nameOf("")).toBe("search-all-records-2026-11-27T2318Z.csv");
  expect(nameOf(`q=${encodeURIComponent('"../../etc\r\nx: y"')}`)).toBe(
    "search-etc-x-y-2026-11-27T2318Z.csv",
  );
  expect(nameOf(`q=${"word+".repeat(60)}`).length).toBeLessThan(90);
});

test("an address asks for a format by its name", () => {
  const asked = (query: string) => formatIn(new URLSearchParams(query));
  expect(asked("q=a")).toBeNull();
  expect(asked("format=&q=a")).toBeNull();
  expect(asked("format=CSV")).toBe("csv");
  expect(asked("format=csv&format=json")).toBe("json");
  expect(asked("format=xml")).toBe("unknown");
  expect(asked("format=__proto__")).toBe("unknown");
});

test("the address of a file is that of its search; a feed has an order of its own", () => {
  const state = parseSearchState(new URLSearchParams("q=a&not-type=b&sort=oldest&view=table&page=4"));
  expect(searchFileHref(state, "csv")).toBe("/search?q=a&not-type=b&sort=oldest&format=csv");
  expect(searchFileHref(state, "json", 2)).toBe("/search?q=a&not-type=b&sort=oldest&format=json&page=2");
  expect(searchFileHref(state, "atom")).toBe("/search?q=a&not-type=b&format=atom");
});
