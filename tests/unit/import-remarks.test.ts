import { expect, test } from "@playwright/test";
import { readRecordLine, type RecordLine } from "@/lib/import/record-line";
import { dateWordingOf, noteOf } from "@/lib/import/remarks";

function recordOf(line: object): RecordLine {
  const result = readRecordLine(JSON.stringify({ id: "a", ...line }));
  if (!result.ok) throw new Error(result.reason);
  return result.record;
}

for (const [worded, edtf, wording] of [
  ["2 June 1955", "1955-06-02", "2 June 1955"],
  ["1720-02-21/1720-03-01", "1720-02-21/1720-03-01", null],
  ["1720-02/1720-02", "1720-02", null],
  ["1967-10-23-1967-10-26", "1967-10-23", "1967-10-23-1967-10-26"],
  ["1967", "1967-10", "1967"],
  [null, "1967-10", null],
  [null, "in May", "in May"],
  ["1950-13", "1950-13", "1950-13"],
  ["1962", null, "1962"],
  [null, null, null],
] as const) {
  test(`the wording of the date ${worded}, ${edtf}`, () =>
    expect(dateWordingOf(recordOf({ date_text: worded, date_edtf: edtf }))).toBe(wording));
}

for (const [line, note] of [
  [{ volume: "made1up", doc_number: "1", collection: "Papers, Volume I" }, "Document 1 of Papers, Volume I."],
  [{ volume: "made1up", doc_number: "1" }, "Document 1 of the volume."],
  [{ volume: "Volume I", doc_number: "1" }, "Document 1 of Volume I."],
  [{ volume: "made1up", collection: "Papers, etc." }, "In Papers, etc."],
  [{ volume: "made1up" }, null],
  [{ doc_number: "1" }, "Document 1."],
] as const) {
  test(`where it is printed: ${JSON.stringify(line)}`, () =>
    expect(noteOf(recordOf(line), false)).toBe(note));
}
