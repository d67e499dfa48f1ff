import { expect, test } from "@playwright/test";
import { agentEntry, identifierOfLine, placeEntry } from "@/lib/import/authority-entry";
import { isAuthorityLine, readAuthorityLine, type AuthorityLine } from "@/lib/import/authority-line";

function lineOf(line: object): AuthorityLine {
  const read = readAuthorityLine(JSON.stringify({ id: "file/1", preferred: "Example, Eric", ...line }));
  if (!read.ok) throw new Error(read.reason);
  return read.line;
}
const agent = (line: object) => agentEntry(lineOf(line), "made-up.jsonl, line 1");
const place = (line: object) =>
  placeEntry(lineOf({ kind: "place", preferred: "Riverton", ...line }), "line 1");

const identifiers: [id: string, volume: string | undefined, identifier: string][] = [
  ["file/100", undefined, "file:100"],
  ["file:p_7", undefined, "file:p_7"],
  ["volume#p_KNS_1", "volume", "frus-persons:volume#p_KNS_1"],
  ["alone", undefined, "import:alone"],
];
for (const [id, volume, identifier] of identifiers) {
  test(`the id “${id}” is ${identifier}`, () => {
    expect(identifierOfLine(lineOf({ id, volume }))).toBe(identifier);
  });
}

const lives: [birth: string | undefined, death: string | undefined, edtf: string | null][] = [
  ["1762-01-01/1762-12-31", "1846-01-01/1846-12-31", "1762/1846"],
  ["1663-10-18", "1736-04-21", "1663-10-18/1736-04-21"],
  ["1663-10-18", undefined, "1663-10-18/"],
  [undefined, "1831-01-01/1831-12-31", "/1831"],
  ["1846", "1762", null],
  ["unknown", undefined, null],
  [undefined, undefined, null],
];
for (const [birth, death, edtf] of lives) {
  test(`born ${birth}, died ${death}: ${edtf}`, () => {
    expect(agent({ birth, death }).existenceEdtf).toBe(edtf);
  });
}

test("one remark is the description, several are a history", () => {
  expect(agent({ remarks: ["A made-up person"] })).toMatchObject({
    description: "A made-up person",
    biographicalHistory: null,
  });
  expect(agent({ remarks: ["see Sample", "First", "Second", "First"] })).toMatchObject({
    description: "First",
    biographicalHistory: "First\n\nSecond",
  });
  const long = `${"x ".repeat(60)}; ${"y ".repeat(90)}`;
  expect(agent({ remarks: [long] }).description?.length).toBeLessThanOrEqual(201);
  expect(agent({ remarks: [long] }).biographicalHistory).toContain("y y");
});

const lines: [remarks: string[], description: string | null][] = [
  [["Non-career appointee. Keeper of the Seal.", "Clerk until May 1961"], "Keeper of the Seal."],
  [["Foreign Service Officer and Non-career appointee. Keeper", "Clerk, 1970"], "Keeper"],
  [["Career Foreign Service Officer. Keeper", "Clerk"], "Keeper"],
  [["Foreign Service Officer. Keeper", "Clerk, 1970"], "Keeper"],
  [["Foreign Service Officer."], "Foreign Service Officer."],
  [["Non-career appointee."], null],
  [["Non-career appointee.", "Clerk"], "Clerk"],
  [["Clerk to March 1953", "Keeper, 1945–54", "Keeper in 3954"], "Keeper, 1945–54"],
  [["Clerk", "Keeper"], "Clerk"],
];
for (const [remarks, description] of lines) {
  test(`“${remarks.join("” and “")}” describe as “${description}”`, () => {
    expect(agent({ remarks }).description).toBe(description);
  });
}

test("what the describing line leaves out is in the history", () => {
  expect(agent({ remarks: ["Clerk until 1953", "Non-career appointee. Keeper"] }).biographicalHistory).toBe(
    "Clerk until 1953\n\nKeeper",
  );
});

test("a licence that asks for credit gets it", () => {
  expect(agent({ description: "Made up", rights: "CC BY 4.0" }).biographicalHistory).toBe(
    "Made up\n\nFrom file:1, CC BY 4.0.",
  );
  expect(agent({ description: "Made up", rights: "Public domain" }).biographicalHistory).toBeNull();
});

test("names keep script, language and where they stand, each once", () => {
  const names = [
    { name: "Example, Eric", lang: null, type: null },
    { name: "Пример", lang: "rus", type: "alternative_name" },
    { name: "Beispiel", lang: "deu", type: "X_original_text" },
    { name: "Beispiel", lang: "deu", type: "alternative_name" },
    { name: "Primer", lang: "srb", type: "" },
    { name: "Odd", lang: "no such language", type: null },
  ];
  expect(agent({ names, variants: ["Example", { name: "Eric", count: 3 }] }).names).toEqual([
    { name: "Пример", scheme: "variant", script: "Cyrl", languageCode: "ru" },
    { name: "Beispiel", scheme: "original", script: null, languageCode: "de" },
    { name: "Primer", scheme: "variant", script: null, languageCode: "sr" },
    { name: "Odd", scheme: "variant", script: null, languageCode: null },
    { name: "Example", scheme: "variant", script: null, languageCode: null },
    { name: "Eric", scheme: "variant", script: null, languageCode: null },
  ]);
});

test("addresses of authority files are read as ids", () => {
  const entry = agent({
    frus_refs: ["volume#p_1"],
    same_as: ["http://d-nb.info/gnd/118545906/", "https://viaf.org/viaf/42645467/", "https://example.org/"],
  });
  expect(entry).toMatchObject({
    references: ["frus-persons:volume#p_1"],
    identifiers: ["gnd:118545906"],
    viafId: "42645467",
  });
});

test("a place has coordinates only where they are on earth", () => {
  expect(place({ geo: "45.4389 12.33092" })).toMatchObject({ latitude: 45.4389, longitude: 12.33092 });
  expect(place({ geo: "91 0" })).toMatchObject({ latitude: null, longitude: null });
  expect(place({ geo: "north" })).toMatchObject({ latitude: null, longitude: null });
  expect(place({ same_as: ["https://www.geonames.org/2892518"] }).scopeNote).toBe(
    "https://www.geonames.org/2892518",
  );
});

test("a file of people is told from one of records", () => {
  expect(isAuthorityLine('{"id":"a","preferred":"B"}')).toBe(true);
  expect(isAuthorityLine('{"id":"a","name":"B","volume":"v"}')).toBe(true);
  expect(isAuthorityLine('{"id":"a","title":"B"}')).toBe(false);
  expect(isAuthorityLine("{")).toBe(false);
});
