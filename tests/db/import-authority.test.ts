import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { sqlPool } from "@/db/client";
import { importAuthority } from "@/lib/import/import-authority";
import { importFile } from "@/lib/import/import-file";
import { withFreshDatabase } from "../fixtures/database";
import { find } from "../fixtures/searching";

withFreshDatabase();

let folder = "";
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-authority-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(lines: readonly object[]): string {
  const path = join(folder, "made-up.jsonl");
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join("\n"));
  return path;
}

const quiet = { refused: () => undefined, warned: () => undefined, progress: () => undefined };
const records = (...lines: object[]) =>
  importFile({ path: fileOf(lines), isDryRun: false, collection: null }, quiet);
const authority = (lines: readonly object[], isDryRun = false) =>
  importAuthority({ path: fileOf(lines), isDryRun }, quiet);

/** Whom the records of a source id name, under what address. */
const peopleOf = (sourceId: string) => sqlPool()`
  select a.name, a.slug, ra.role, ra.name_as_written as written from record_agents ra join agents a on a.id = ra.agent_id
  join records r on r.id = ra.record_id where r.source_id = ${sourceId} order by a.name, ra.role`;

const agentsCalled = (part: string) => sqlPool()`
  select a.name, a.slug, a.description, a.biographical_history as history,
    array(select n.name from agent_names n where n.agent_id = a.id order by 1) as names,
    array(select i.scheme || ':' || i.value from agent_identifiers i where i.agent_id = a.id order by 1) as ids
  from agents a where a.name like ${`%${part}%`} order by a.id`;

/** A made-up person of two volumes, under two names. */
const person = (key: string) => ({
  id: `file/${key}`,
  preferred: `${key}, Example Edward`,
  variants: [{ name: `${key}, E. E.`, count: 2 }],
  frus_refs: [`${key}-one#p_1`, `${key}-two#p_9`],
  remarks: [`The made-up ${key}`, "Later of no office"],
  rights: "Public domain",
});
const document = (key: string, volume: "one" | "two") => ({
  id: `${key}-${volume}/d1`,
  title: `Letter of ${key}`,
  people: [volume === "one" ? `${key}, Example` : `${key}, E. E.`],
  people_ids: [`${key}-${volume}#p_${volume === "one" ? 1 : 9}`],
});

test("authority before records or after: the same people", async () => {
  await authority([person("Before")]);
  await records(document("Before", "one"), document("Before", "two"));
  await records(document("After", "one"), document("After", "two"));
  expect(await agentsCalled("After,")).toHaveLength(2);
  const summary = await authority([person("After")]);
  expect(summary).toMatchObject({ created: 0, merged: 1, reindexed: 2 });

  const [before, ...others] = await agentsCalled("Before,");
  expect(others).toEqual([]);
  expect(before).toMatchObject({
    name: "Before, Example Edward",
    description: "The made-up Before",
    history: "The made-up Before\n\nLater of no office",
    ids: ["file:Before", "frus-persons:Before-one#p_1", "frus-persons:Before-two#p_9"],
  });
  const [after, ...doubles] = await agentsCalled("After,");
  expect(doubles).toEqual([]);
  expect(JSON.stringify({ ...after, names: [] })).toBe(
    JSON.stringify({ ...before, names: [] })
      .replaceAll("Before", "After")
      .replaceAll("before", "after"),
  );
  expect(after?.["names"]).toEqual(["After, E. E.", "After, Example"]);
  expect(await peopleOf("After-one/d1")).toMatchObject([
    { name: "After, Example Edward", role: "mentioned" },
  ]);
  expect(await peopleOf("After-two/d1")).toMatchObject([
    { name: "After, Example Edward", role: "mentioned" },
  ]);
});

test("addresses of those who went lead to the one who stays, and the history says so", async () => {
  const rows = await sqlPool()`
    select s.slug, a.slug as now from retired_slugs s join agents a on a.id = s.owner_id
    where s.owner = 'agent' and s.slug like 'after%' order by 1`;
  expect(rows).toEqual([
    { slug: "after-e-e", now: "after-example-edward" },
    { slug: "after-example", now: "after-example-edward" },
  ]);
  const [gone] = await sqlPool()`select note from revisions where note like 'One with %' limit 1`;
  expect(gone?.["note"]).toMatch(/^One with After, .* by made-up\.jsonl, line 1/);
});

test("the records are found by the new names", async () => {
  const named = await sqlPool()<
    { slug: string }[]
  >`select slug from records where source_id like 'After-%' or source_id like 'Before-%'`;
  for (const query of ["edward", "person:edward"]) {
    const { hits } = await find({ query });
    expect(new Set(hits.map(({ slug }) => slug)), query).toEqual(new Set(named.map(({ slug }) => slug)));
    expect(hits, query).toHaveLength(4);
  }
});

test("the same file again changes nothing; a changed line changes what it wrote", async () => {
  expect(await authority([person("After")])).toMatchObject({ unchanged: 1, changed: 0, reindexed: 0 });
  await authority([{ ...person("After"), remarks: ["Otherwise"] }]);
  expect((await agentsCalled("After,"))[0]).toMatchObject({ description: "Otherwise", history: null });
});

test("what a curator wrote stays", async () => {
  const sql = sqlPool();
  const [user] = await sql`
    insert into users (email, name, role, password_hash) values ('a@example.org', 'A', 'editor', 'x') returning id`;
  const [agent] = await sql`update agents set description = 'By hand' where name like 'After,%' returning id`;
  await sql`
    insert into revisions (entity, entity_id, version, action, user_id, changes)
    values ('agent', ${agent?.["id"]}, 9, 'edited', ${user?.["id"]}, '[{"field": "description", "before": null, "after": "By hand"}]')`;
  await authority([{ ...person("After"), remarks: ["Again otherwise", "More"] }]);
  expect((await agentsCalled("After,"))[0]).toMatchObject({
    description: "By hand",
    history: "Again otherwise\n\nMore",
  });
});

test("a heading of ours is found by name or variant, when it is the only one", async () => {
  const sql = sqlPool();
  const [own] = await sql`
    insert into agents (slug, kind, name, description, existence_edtf)
    values ('heading-own', 'person', 'Heading, Own', 'Ours', '1900/1950') returning id`;
  await sql`insert into agent_identifiers (scheme, value, agent_id) values ('seed', 'agent/own', ${own?.["id"]})`;
  const summary = await authority([
    { id: "file/own", preferred: "Heading, Own Olaf", variants: ["Heading, Own"], remarks: ["Theirs"] },
    { id: "file/other", preferred: "Heading, Own", kind: "org" },
  ]);
  // Two entries of the file have the name: neither is joined by it.
  expect(summary).toMatchObject({ created: 2, matched: [] });
  await sql`delete from agents where name like 'Heading, %' and id <> ${own?.["id"] ?? 0}`;
  const alone = await authority([
    { id: "file/own", preferred: "Heading, Own Olaf", variants: ["Heading, Own"], remarks: ["Theirs"] },
  ]);
  expect(alone.matched).toMatchObject([{ name: "Heading, Own Olaf", here: "Heading, Own (heading-own)" }]);
  expect(await agentsCalled("Heading,")).toMatchObject([
    {
      name: "Heading, Own",
      description: "Ours",
      names: ["Heading, Own Olaf"],
      ids: ["file:own", "seed:agent/own"],
    },
  ]);
});

test("somebody of the same name and another life is somebody else", async () => {
  await authority([{ id: "a/1", preferred: "Namesake, Ann", birth: "1700-01-01", death: "1750-01-01" }]);
  const summary = await authority([{ id: "b/1", preferred: "Namesake, Ann", birth: "1900-01-01" }]);
  expect(summary).toMatchObject({ created: 1, matched: [] });
});

test("namesakes that records took for one are told apart, whatever came first", async () => {
  const doc = (volume: string) => ({
    id: `${volume}/d1`,
    title: "Two of a name",
    people: ["Double, Dan"],
    people_ids: [`${volume}#p_1`],
  });
  await records(doc("first-volume"), doc("second-volume"));
  await authority([
    { id: "file/first", preferred: "Double, Dan", frus_refs: ["first-volume#p_1"], remarks: ["The first"] },
    {
      id: "file/second",
      preferred: "Double, Dan",
      frus_refs: ["second-volume#p_1"],
      remarks: ["The second"],
    },
  ]);
  const [first] = await peopleOf("first-volume/d1");
  const [second] = await peopleOf("second-volume/d1");
  expect(first?.["slug"]).not.toBe(second?.["slug"]);
  expect(await agentsCalled("Double,")).toMatchObject([
    { description: "The first" },
    { description: "The second" },
  ]);
});

test("a list of one volume's people fills what is empty and nothing else", async () => {
  const before = await agentsCalled("Before,");
  const summary = await authority([
    { id: "Before-one#p_1", name: "Before, Example", description: "Of the volume", volume: "Before-one" },
    { id: "new#p_2", name: "Newcomer, Nina", description: "Of the volume", volume: "new" },
    { id: "newer#p_2", name: "Newcomer, Nina", description: "Of another", volume: "newer" },
  ]);
  expect(summary.created).toBe(1);
  expect((await agentsCalled("Before,"))[0]).toMatchObject({ description: before[0]?.["description"] });
  expect((await agentsCalled("Newcomer,"))[0]).toMatchObject({
    description: "Of the volume",
    ids: ["frus-persons:new#p_2", "frus-persons:newer#p_2"],
  });
});

test("places are joined by name and nearness, and get what they lack", async () => {
  await records({ id: "placed/1", title: "A place", places: ["Riverton"] });
  const place = {
    id: "gaz:1",
    kind: "place",
    preferred: "Riverton",
    geo: "10.5 20.5",
    variants: ["Flussheim"],
  };
  expect(await authority([place])).toMatchObject({ created: 0, changed: 1, reindexed: 1 });
  expect(await authority([place])).toMatchObject({ created: 0, unchanged: 1 });
  expect(await authority([{ ...place, id: "other:1", geo: "60 20" }])).toMatchObject({ created: 1 });
  const rows = await sqlPool()`
    select p.name, p.latitude, p.source_id as id, array(select n.name from place_names n where n.place_id = p.id) as names
    from places p order by p.id`;
  expect(rows).toMatchObject([
    { name: "Riverton", latitude: 10.5, id: "gaz:1", names: ["Flussheim"] },
    { name: "Riverton (other:1)", latitude: 60, id: "other:1" },
  ]);
});

test("a dry run says the same and leaves nothing", async () => {
  const counts = async () =>
    (
      await sqlPool()`select (select count(*) from agents) as agents, (select count(*) from revisions) as revisions`
    )[0];
  const before = await counts();
  expect(await authority([person("Dry")], true)).toMatchObject({ created: 1, refused: 0 });
  expect(await counts()).toEqual(before);
});

test("a line without a name is refused by number, the others go in", async () => {
  const refused: string[] = [];
  const path = fileOf([
    { id: "odd/1", preferred: "" },
    { id: "odd/2", preferred: "Good, Gus" },
    { id: "odd/2", preferred: "Twice" },
  ]);
  const summary = await importAuthority(
    { path, isDryRun: false },
    { ...quiet, refused: ({ number, reason }) => refused.push(`${number}: ${reason}`) },
  );
  expect(summary).toMatchObject({ lines: 3, created: 1, refused: 2 });
  expect(refused).toEqual(["1: preferred is missing", "3: Line 2 has the same id, odd/2."]);
});
