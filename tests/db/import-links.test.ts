import { expect, test } from "@playwright/test";
import { sqlPool } from "@/db/client";
import { findCitationFacts } from "@/db/queries/citation-facts";
import { withFreshDatabase } from "../fixtures/database";
import { descriptionOf, fileOf, idOf, run, withImportFolder } from "../fixtures/importing";

withFreshDatabase();
withImportFolder();

test("a relation waits until its record comes, in another file or another run", async () => {
  const first = await run(
    fileOf("waits.jsonl", [
      { id: "waits/d1", title: "First", related: ["waits/d2", "waits/d2f3", "waits/d9"] },
    ]),
  );
  expect(first.summary).toMatchObject({ relations: 0, unresolved: 2, absent: ["waits/d2", "waits/d9"] });
  const second = await run(fileOf("comes.jsonl", [{ id: "waits/d2", title: "Second" }]));
  expect(second.summary).toMatchObject({ relations: 1, unresolved: 0 });
  expect((await descriptionOf("waits/d1")).relations).toMatchObject([
    { relatedId: await idOf("waits/d2"), kind: "cites" },
  ]);
  const [left] =
    await sqlPool()`select count(*)::int as count from awaited_relations where source_id like 'waits/%'`;
  expect(left).toEqual({ count: 1 });
});

test("a dry run uses up no number that a citation could name", async () => {
  const lines = Array.from({ length: 20 }, (_, index) => ({ id: `numbers/${index}`, title: `N ${index}` }));
  await run(fileOf("one.jsonl", [{ id: "numbers/before", title: "Before" }]));
  await run(fileOf("dry-numbers.jsonl", lines), { isDryRun: true });
  await run(fileOf("two.jsonl", [{ id: "numbers/after", title: "After" }]));
  expect(await idOf("numbers/after")).toBe((await idOf("numbers/before")) + 1);
});

test("scans elsewhere, notes and the place in a volume are kept", async () => {
  const line = {
    id: "volume/d7",
    title: "Seventh",
    body: "Words.",
    language: "en",
    collection: "A made-up volume",
    volume: "volume",
    doc_number: "7A",
    notes: ["First note.", "Second <note>."],
    scans: [
      { page: "12", facs: "0012", url: "https://example.org/12.png" },
      { page: "12", facs: "0012", url: "https://example.org/12.png" },
    ],
  };
  const { summary } = await run(fileOf("volume.jsonl", [line]));
  expect(summary).toMatchObject({ created: 1, ignored: {} });
  const description = await descriptionOf("volume/d7");
  expect(description.note).toBe("Document 7A of A made-up volume.");
  expect(description.texts[0]?.notes.map(({ number }) => number)).toEqual([1, 2]);
  const [kept] = await sqlPool()`
    select c.position, array(select uri || ' ' || label from external_scans s where s.record_id = c.record_id) as scans
    from collection_records c where c.record_id = ${await idOf("volume/d7")}`;
  expect(kept).toEqual({ position: 7, scans: ["https://example.org/12.png 12"] });
  expect(await findCitationFacts(await idOf("volume/d7"))).toMatchObject({
    collections: [{ title: "A made-up volume", series: null, position: 7 }],
  });
});
