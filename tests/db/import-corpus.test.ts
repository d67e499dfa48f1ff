import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { sqlPool } from "@/db/client";
import { importAuthority } from "@/lib/import/import-authority";
import { importFile } from "@/lib/import/import-file";
import { fileLines } from "@/lib/import/lines";
import { withFreshDatabase } from "../fixtures/database";

withFreshDatabase();

const corpus = process.env["ARCHIVE_CORPUS"] ?? join(import.meta.dirname, "../../../shared/corpus");
const quiet = { refused: () => undefined, warned: () => undefined, progress: () => undefined };

/** The path of a collection; skips the test where it is absent. */
function collection(name: string): string {
  const path = join(corpus, name);
  test.skip(!existsSync(path), `The collection ${path} is not there.`);
  return path;
}

let folder = "";
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-corpus-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every so many-th line of a collection, so that all its kinds of record are among them. */
async function slice(name: string, every: number): Promise<string> {
  const lines: string[] = [];
  for await (const line of fileLines(collection(name)))
    if ("text" in line && line.number % every === 0) lines.push(line.text);
  const path = join(folder, name.replace(".gz", ""));
  writeFileSync(path, lines.join("\n"));
  return path;
}

const records = (path: string) => importFile({ path, isDryRun: false, collection: null }, quiet);
const whole = { refused: 0, damage: null, ignored: {} };

test("the Cuba records of the Foreign Relations volumes go in whole", async () => {
  const summary = await records(collection("frus-cuba.jsonl.gz"));
  expect(summary).toMatchObject({ lines: 789, created: 789, ...whole });
  const [counts] = await sqlPool()`
    select (select count(*)::int from text_notes) > 500 as notes, (select count(*)::int from external_scans) > 500 as scans,
      (select count(*)::int from record_relations) > 50 as relations`;
  expect(counts).toEqual({ notes: true, scans: true, relations: true });
});

test("their people become one with those of the authority file", async () => {
  test.setTimeout(240_000);
  const summary = await importAuthority(
    { path: collection("authority-hsg-people.jsonl.gz"), isDryRun: false },
    quiet,
  );
  expect(summary).toMatchObject({ lines: 16_312, refused: 0, ignored: {} });
  const [khrushchevs] = await sqlPool()`
    select count(*)::int as count from agents where name like 'Khrushchev, N%'`;
  expect(khrushchevs).toEqual({ count: 1 });
  const [nameless] = await sqlPool()`
    select count(*)::int as count from agent_identifiers i where i.scheme = 'frus-persons'
      and not exists (select from agent_identifiers o where o.agent_id = i.agent_id and o.scheme = 'hsg-people')`;
  expect(nameless).toEqual({ count: 0 });
});

test("diplomacy in several languages keeps its texts, titles, dates and people", async () => {
  test.setTimeout(240_000);
  const summary = await records(collection("multilingual-diplomacy.jsonl.gz"));
  expect(summary).toMatchObject({ lines: 265, created: 265, ...whole });
  const authority = await importAuthority(
    { path: collection("authority-qhod-maechtekongresse.jsonl.gz"), isDryRun: false },
    quiet,
  );
  expect(authority).toMatchObject({ lines: 728, refused: 0, ignored: {} });
  const [record] = await sqlPool()`
    select r.date_expression as words, r.date_edtf as edtf,
      array(select t.kind || ' ' || t.language_code || ' ' || l.direction from texts t
        join languages l on l.code = t.language_code where t.record_id = r.id order by t.position) as texts,
      array(select language_code from record_titles where record_id = r.id order by 1) as titles,
      array(select language_code from record_languages where record_id = r.id) as languages
    from records r where r.source_id = 'qhod/vipa.l.osm.17190905'`;
  expect(record).toEqual({
    words: "20 Şevval 1131",
    edtf: "1719-09-05",
    texts: ["transcript ota-Latn ltr", "translation en ltr"],
    titles: ["de", "tr"],
    languages: ["ota"],
  });
});

for (const [name, every] of [
  ["catalog-cc0.jsonl.gz", 200],
  ["sushi.jsonl.gz", 60],
] as const) {
  test(`a slice of ${name} goes in whole, and again changes nothing`, async () => {
    test.setTimeout(120_000);
    const path = await slice(name, every);
    expect(await records(path)).toMatchObject({ changed: 0, ...whole });
    expect(await records(path)).toMatchObject({ created: 0, changed: 0, authorities: {} });
  });
}
