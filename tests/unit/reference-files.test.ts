import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { asBibtex } from "@/lib/citations/bibtex";
import { asRis } from "@/lib/citations/ris";
import type { CitedDocument } from "@/lib/citations/cited-document";
import { citedDate } from "@/lib/citations/dates";
import { citedName } from "@/lib/citations/names";

const letter: CitedDocument = {
  id: 12,
  title: "Letter of 50% & more",
  documentType: "Letter",
  authors: [citedName("Семёнов, В. С.", "person"), citedName("Council of Ministers", "organisation")],
  recipients: [citedName("Castro, Fidel", "person")],
  translators: [],
  editors: [],
  date: citedDate(null, "1962-10-28"),
  original: { reference: "f. 5, op. 49", repository: "RGANI", place: "Moscow" },
  container: { title: "Papers & Letters", series: null, number: "7" },
  publishers: [],
  languages: [{ code: "ru", name: "Russian" }],
  subjects: ["Cuba--History"],
  summary: "Two\nlines.",
  note: null,
  rights: null,
  permalink: "https://archive.example/document/letter",
  archive: "Open History Archive",
};

/** What bibutils makes of a file: MODS. The tools are Debian's package "bibutils"; null where it is not there. */
function readBy(tool: "ris2xml" | "bib2xml", file: string): string | null {
  try {
    return execFileSync(tool, ["-i", "unicode"], {
      input: file,
      encoding: "utf8",
      stdio: ["pipe", "pipe", "pipe"],
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

for (const [tool, file] of [
  ["ris2xml", asRis(letter)],
  ["bib2xml", asBibtex(letter)],
] as const) {
  test(`${tool} reads our file`, () => {
    const mods = readBy(tool, file);
    test.skip(mods === null, "bibutils is not installed (apt-get install bibutils)");
    for (const words of ["Letter of 50% &amp; more", "Семёнов", "of Ministers", "1962", letter.permalink])
      expect(mods).toContain(words);
  });
}

test("RIS has one line for each tag, ended by CR LF, and no more than an end", () => {
  const lines = asRis(letter).split("\r\n");
  expect(lines.at(-1)).toBe("");
  expect(lines.at(-2)).toBe("ER  - ");
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
  expect(lines).toContain("A2  - Castro, Fidel");
  expect(lines).toContain("AB  - Two lines.");
  expect(lines).toContain("T2  - Papers & Letters");
  expect(lines).toContain("M1  - 7");
  expect(lines).toContain("AV  - RGANI, Moscow, f. 5, op. 49");
});

test("RIS says dates that are not plain in words as well", () => {
  expect(asRis({ ...letter, date: citedDate(null, "1962-11~") })).toContain(
    "DA  - 1962/11//ca. November 1962\r\n",
  );
  expect(asRis({ ...letter, date: citedDate(null, "-0043") })).toContain("DA  - ///44 BCE\r\n");
  expect(asRis({ ...letter, date: null })).not.toMatch(/^(?:DA|PY) /m);
});

test("BibTeX has a key that never changes, and escapes what TeX would take for commands", () => {
  const entry = asBibtex(letter);
  expect(entry).toMatch(/^@misc\{record-12,\n/);
  expect(entry).toContain("title = {{Letter of 50\\% \\& more}}");
  expect(entry).toContain("author = {Семёнов, В. С. and {Council of Ministers}}");
  expect(entry).toContain("month = oct");
  expect(entry).toContain("booktitle = {Papers \\& Letters}");
  expect(entry).toContain("In Papers \\& Letters, document 7.");
});
