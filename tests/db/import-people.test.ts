import { expect, test } from "@playwright/test";
import { sqlPool } from "@/db/client";
import { importAuthority } from "@/lib/import/import-authority";
import { withFreshDatabase } from "../fixtures/database";
import { fileOf, run, withImportFolder } from "../fixtures/importing";

withFreshDatabase();
withImportFolder();

const quiet = { refused: () => undefined, warned: () => undefined, progress: () => undefined };
let files = 0;
const nextFile = (lines: readonly object[]) => fileOf(`people-${(files += 1)}.jsonl`, lines);
const records = (...lines: object[]) => run(nextFile(lines.map((line) => ({ title: "Made up", ...line }))));
const authority = (...lines: object[]) => importAuthority({ path: nextFile(lines), isDryRun: false }, quiet);

/** Names of all agents in which a word stands, with how many records name each. */
const agentsOf = async (word: string) => {
  const rows = await sqlPool()<{ name: string; records: number }[]>`
    select a.name, count(distinct ra.record_id)::int as records from agents a left join record_agents ra on ra.agent_id = a.id
    where a.name like ${`%${word}%`} group by a.id order by a.id`;
  return rows.map((row) => [row.name, row.records]);
};
const listed = (volume: string, name: string, id = "p_1") => ({
  people: [name],
  people_ids: [`${volume}#${id}`],
});

test("a name in the other order is the same person within one file", async () => {
  await records(
    { id: "order/d1", creators: ["Leonard Sample"] },
    { id: "order/d2", ...listed("order", "Sample, Leonard") },
  );
  await records({ id: "order/d3", creators: ["LEONARD SAMPLE"] });
  expect(await agentsOf("Sample")).toEqual([["Sample, Leonard", 3]]);
});

test("an authority file joins both orders, and later records find it", async () => {
  const sql = sqlPool();
  await records({ id: "late/d1", ...listed("late", "Specimen, Hal H.") });
  await records({ id: "late/d2", creators: ["Hal Specimen"] });
  expect(await agentsOf("Specimen")).toHaveLength(2);
  await authority({
    id: "file/specimen",
    preferred: "Specimen, Hal Henry (“Hal”)",
    variants: ["Specimen, Hal H.", "Specimen, Hal"],
    frus_refs: ["late#p_1"],
  });
  await records(
    { id: "late/d3", creators: ["Hal H. Specimen"] },
    { id: "late/d4", creators: ["H. Specimen"] },
  );
  expect(await agentsOf("Specimen")).toEqual([
    ["Specimen, Hal Henry (“Hal”)", 3],
    ["H. Specimen", 1],
  ]);
  const [old] = await sql`select s.slug from retired_slugs s where s.slug = 'hal-specimen'`;
  expect(old).toEqual({ slug: "hal-specimen" });
});

test("of two who may be meant neither is taken", async () => {
  await authority(
    { id: "file/twin-1", preferred: "Twin, Tom Ash", variants: ["Twin, Tom"] },
    { id: "file/twin-2", preferred: "Twin, Tom Elm", variants: ["Twin, Tom"] },
  );
  await records({ id: "twins/d1", creators: ["Tom Twin"] });
  expect(await agentsOf("Twin")).toEqual([
    ["Twin, Tom Ash", 0],
    ["Twin, Tom Elm", 0],
    ["Tom Twin", 1],
  ]);
  await authority({ id: "file/twin-3", preferred: "Twin, Tom", remarks: ["A third"] });
  expect(await agentsOf("Tom Twin")).toEqual([["Tom Twin", 1]]);
});

test("somebody with another life keeps the name in the other order", async () => {
  await records({ id: "life/d1", creators: ["Ann Elder"] });
  await sqlPool()`update agents set existence_edtf = '1700/1750' where name = 'Ann Elder'`;
  await authority({ id: "file/elder", preferred: "Elder, Ann", birth: "1900-01-01", death: "1980-01-01" });
  expect(await agentsOf("Elder")).toEqual([
    ["Ann Elder", 1],
    ["Elder, Ann", 0],
  ]);
});

test("two of one volume's list are two people", async () => {
  await records({ id: "list/d1", ...listed("list", "Double, Dan", "p_1") });
  await records({ id: "list/d2", ...listed("list", "Dan Double", "p_2") });
  expect(await agentsOf("Double")).toHaveLength(2);
});

test("a surname alone means the one of its volume who bears it, else it warns", async () => {
  await records(
    { id: "sur/d1", creators: ["Surname"] },
    { id: "sur/d2", ...listed("sur", "Surname, Sam") },
    { id: "other/d1", creators: ["Surname"] },
    { id: "both/d1", creators: ["Surname"] },
    { id: "both/d2", ...listed("both", "Surname, Sam", "p_1") },
    { id: "both/d3", ...listed("both", "Surname, Una", "p_2") },
  );
  await records({ id: "sur/d3", creators: ["Surname"] }, { id: "other/d2", creators: ["Surname"] });
  expect(await agentsOf("Surname")).toEqual([
    ["Surname, Sam", 4],
    ["Surname, Una", 1],
    ["Surname", 3],
  ]);
  await authority({ id: "file/surname", preferred: "Surname", remarks: ["Of one name"] });
  const rows = await sqlPool()`select description from agents where name = 'Surname' order by id`;
  expect(rows.map(({ description }) => description)).toEqual([
    "Known by surname only; several people may be meant",
    "Of one name",
  ]);
});
