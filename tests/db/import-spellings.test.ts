import { expect, test } from "@playwright/test";
import { sqlPool } from "@/db/client";
import { withFreshDatabase } from "../fixtures/database";
import { fileOf, run, withImportFolder } from "../fixtures/importing";

withFreshDatabase();
withImportFolder();

const document = (id: string, more: object) => ({ id, title: `Made-up document ${id}`, ...more });

test("one archive under many spellings is one repository", async () => {
  const spellings = ["ÖStA, HHStA Wien", "ÖStA, HHstA Wien", "ÖstA, HHStA, Wien"];
  const lines = spellings.map((name, index) => document(`spelling/${index}`, { source_archive: name }));
  await run(fileOf("spelling-1.jsonl", lines.slice(0, 2)));
  await run(fileOf("spelling-2.jsonl", lines.slice(2)));
  await run(
    fileOf("spelling-3.jsonl", [
      document("spelling/8", { source_archive: "BOA, İstanbul" }),
      document("spelling/9", { source_archive: "BOA, Istanbul" }),
      document("spelling/10", { source_archive: "BOA, Ankara" }),
    ]),
  );
  const rows = await sqlPool()`
    select r.name, count(*)::int as records from repositories r join archival_references a on a.repository_id = r.id
    where r.name ilike '%hhsta%' or r.name like 'BOA%' group by r.id order by r.id`;
  expect(rows.map(({ records }) => records)).toEqual([3, 2, 1]);
});

test("a place lies in its country and is one under all its names", async () => {
  await run(
    fileOf("places-1.jsonl", [
      document("place/1", { places: ["Wien", "Djakarta"] }),
      document("place/2", { places: ["Batavia", "Kyoto, Japan", "Nowhere in particular"] }),
    ]),
  );
  await run(fileOf("places-2.jsonl", [document("place/3", { places: ["Vienna", "Japan"] })]));
  const rows = await sqlPool()`
    select p.name, p.kind, above.name as within, (select count(*)::int from record_places where place_id = p.id) as records
    from places p left join places above on above.id = p.parent_id
    where exists (select from record_places where place_id = p.id) order by p.name`;
  expect(rows).toEqual([
    { name: "Jakarta", kind: "area", within: "Indonesia", records: 2 },
    { name: "Japan", kind: "country", within: null, records: 1 },
    { name: "Kyoto, Japan", kind: "area", within: "Japan", records: 1 },
    { name: "Nowhere in particular", kind: "area", within: null, records: 1 },
    { name: "Vienna", kind: "area", within: "Austria", records: 2 },
  ]);
  const names = await sqlPool()`
    select n.name from place_names n join places p on p.id = n.place_id where p.name = 'Vienna' order by n.name`;
  expect(names.map(({ name }) => name)).toEqual(["Vienne", "Wien"]);
});
