import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { describeAuthority } from "@/db/commands/authorities";
import { expireTags } from "@/db/commands/expire-tags";
import { publishRecord, withdrawRecord } from "@/db/commands/records";
import { findAuthorityDescription } from "@/db/queries/authorities";
import { agentNames, places } from "@/db/schema";
import { authoritiesTag, namesTag, recordsTag } from "@/lib/archive/cache-tags";
import { settleCaches } from "@/lib/cache/expire";
import { isTrusted } from "@/lib/cache/tag-clock";
import { listenForTags, type TagListener } from "@/lib/cache/tag-listener";
import { env } from "@/lib/env";
import { openSearchSuggestions } from "@/lib/search/open-search";
import { currentNames } from "@/lib/search/name-shelf";
import { complete, findNamed, labelsOf, otherNames } from "@/lib/search/names";
import { rebuildIndex } from "@/lib/search/rebuild";
import { listSuggestions, suggestibleText } from "@/lib/search/suggestions";
import { withFreshDatabase } from "../fixtures/database";
import { cutOffEngine } from "../fixtures/engine-outage";
import {
  addAgent,
  addCollection,
  addDraft,
  addPlace,
  addPublished,
  addSubject,
} from "../fixtures/searchable";

withFreshDatabase();

type Entry = { readonly id: number };
let alekseev: Entry;
let havana: Entry;
let cuba: Entry;

const mentioning = (...agents: readonly Entry[]) =>
  agents.map(({ id }) => ({ id, role: "mentioned" as const, nameAsWritten: null }));
const about = (...named: readonly Entry[]) => named.map(({ id }) => ({ id, role: "about" as const }));

test.beforeAll(async () => {
  alekseev = await addAgent("Alekseev, Aleksandr", ["Alexeev, Alexander", "Алексеев, Александр"]);
  cuba = await addPlace("Cuba");
  havana = await addPlace("Havana", ["La Habana"]);
  await db().execute(sql`update ${places} set parent_id = ${cuba.id} where id = ${havana.id}`);
  const open = await addCollection("Notices of the archive");
  const closed = await addCollection("Notices in preparation", false);
  await addPublished("Note on names", {
    agents: mentioning(alekseev),
    places: about(havana, cuba),
    collections: [{ id: open.id }, { id: closed.id }],
    subjects: [{ id: (await addSubject("Names--Spelling")).id }],
  });
  await addPublished("Note on places", { places: about(havana) });
  await rebuildIndex();
});

const offered = async (typed: string) =>
  Object.values(await complete(typed, 5)).flatMap((completions) =>
    completions.map(({ entry }) => `${entry.name} ${entry.records}`),
  );

/** An agent whose other names a curator changes at the desk. */
async function rename({ id }: Entry, names: readonly string[]) {
  const before = await findAuthorityDescription(db(), "agent", id);
  if (!before) throw new Error("There is no such agent.");
  const others = names.map((name) => ({
    name,
    scheme: "variant" as const,
    script: null,
    languageCode: null,
  }));
  const rows = await db().execute<{ version: number }>(
    sql`select coalesce(max(version), 0) as version from revisions where entity = 'agent' and entity_id = ${id}`,
  );
  const change = await describeAuthority(
    "agent",
    id,
    rows[0]?.version ?? 0,
    { ...before, names: others },
    "archive",
  );
  if (!change.ok) throw new Error(change.reason);
  await settleCaches(change.tags);
}

/** What must be so whether the process hears of changes or asks for them. */
function followsTheArchive(codeName: string) {
  test("names of all kinds are found, with the number of their published records", async () => {
    expect(await offered("alex")).toEqual(["Alekseev, Aleksandr 1"]);
    expect(await offered("Алекс")).toEqual(["Alekseev, Aleksandr 1"]);
    expect(await offered("note")).toEqual([]);
    expect(await offered("spel")).toEqual(["Names--Spelling 1"]);
    expect(await offered("notices")).toEqual(["Notices of the archive 1"]);
    expect((await findNamed(["agent", "place"], "habana")).get("place")).toEqual([havana.id]);
    expect((await findNamed(["place"], "haban")).get("place")).toEqual([]);
    expect((await findNamed(["place"], "haban", { beginning: true })).get("place")).toEqual([havana.id]);
    expect((await labelsOf("agent", [alekseev.id, 999_999])).get(alekseev.id)).toEqual({
      slug: "alekseev-aleksandr",
      name: "Alekseev, Aleksandr",
    });
  });

  test("a record of a place and of another within it counts once for what contains them", async () => {
    expect(await offered("cuba")).toEqual(["Cuba 2"]);
    expect(await offered("havana")).toEqual(["Havana 2"]);
  });

  test("a name that a curator changes is another one at the next question", async () => {
    await rename(alekseev, ["Alexeyev, Alexander"]);
    expect((await otherNames(["Alexeyev"])).map(({ forms }) => forms)).toEqual([["Alekseev"]]);
    expect(await otherNames(["Alexeev"])).toEqual([]);
    await rename(alekseev, ["Alexeev, Alexander", "Алексеев, Александр"]);
    expect((await otherNames(["Alexeev"])).map(({ forms }) => forms)).toEqual([["Alekseev", "Алексеев"]]);
    expect(await otherNames(["Alexeyev"])).toEqual([]);
  });

  test("names are not told before a record with them is public, nor after it is withdrawn", async () => {
    const hidden = await addAgent(`${codeName}, Protected`, [`${codeName}, Protegido`]);
    const site = await addPlace(`Harbour of ${codeName}`);
    const draft = await addDraft("Note in preparation", { agents: mentioning(hidden), places: about(site) });
    const isTold = async () => [
      (await offered(`${codeName} prot`)).length > 0,
      (await offered(`harbour of ${codeName}`)).length > 0,
      (await otherNames(["Protected", codeName])).length > 0,
      ((await findNamed(["agent"], codeName)).get("agent") ?? []).length > 0,
      JSON.stringify(await listSuggestions(codeName)).includes(codeName),
    ];
    expect(await isTold()).toEqual([false, false, false, false, false]);
    const published = await publishRecord(draft.id, draft.version, "archive");
    if (!published.ok) throw new Error(published.reason);
    await settleCaches(published.tags);
    expect(await isTold()).toEqual([true, true, true, true, true]);
    const withdrawn = await withdrawRecord(draft.id, published.version, "A test", "archive");
    if (!withdrawn.ok) throw new Error(withdrawn.reason);
    await settleCaches(withdrawn.tags);
    expect(await isTold()).toEqual([false, false, false, false, false]);
  });
}

test.describe("in a process that does not listen", () => {
  followsTheArchive("Nightingale");

  test("whatever is written is seen, and nothing is read again without need", async () => {
    const before = await currentNames();
    expect(await currentNames()).toBe(before);
    await db().insert(agentNames).values({ agentId: alekseev.id, name: "Olexijenko, Oleksandr" });
    expect(await offered("olexij")).toEqual(["Alekseev, Aleksandr 1"]);
    await db().execute(sql`delete from ${agentNames} where name = 'Olexijenko, Oleksandr'`);
    expect(await offered("olexij")).toEqual([]);
  });
});

test.describe("in a process that hears of changes", () => {
  let listener: TagListener;
  test.beforeAll(async () => {
    listener = listenForTags(env().DATABASE_URL);
    await expect.poll(isTrusted).toBe(true);
  });
  test.afterAll(() => listener.close());

  followsTheArchive("Kingfisher");

  test("only what a change concerns is read again", async () => {
    const before = await currentNames();
    expect(await currentNames()).toBe(before);
    await rename(alekseev, ["Alexeev, Alexander"]);
    const after = await currentNames();
    expect(after.get("agent")).not.toBe(before.get("agent"));
    expect(after.get("place")).toBe(before.get("place"));
    await rename(alekseev, ["Alexeev, Alexander", "Алексеев, Александр"]);
  });

  test("after an import everything is read again", async () => {
    await currentNames();
    await db().insert(agentNames).values({ agentId: alekseev.id, name: "Olexijenko, Oleksandr" });
    await expireTags(db(), [authoritiesTag, recordsTag]);
    await settleCaches(["nothing"]);
    expect(await offered("olexij")).toEqual([]);
    await expireTags(db(), [authoritiesTag, recordsTag, namesTag]);
    await settleCaches(["nothing"]);
    await expect.poll(() => offered("olexij")).toEqual(["Alekseev, Aleksandr 1"]);
  });
});

test("suggestions stand in groups, each with its address", async () => {
  const groups = await listSuggestions("habana");
  expect(groups).toEqual([
    {
      kind: "places",
      label: "Places",
      suggestions: [
        { label: "Havana", called: "La Habana", detail: "Cuba", records: 2, href: "/places/havana" },
      ],
    },
  ]);
  expect(openSearchSuggestions("habana", groups, new URL("https://archive.example"))).toEqual([
    "habana",
    ["Havana"],
    ["Places: 2 records"],
    ["https://archive.example/places/havana"],
  ]);
});

const titles = async (typed: string) =>
  (await listSuggestions(typed)).flatMap(({ kind, suggestions }) =>
    kind === "records" ? suggestions.map(({ label }) => label) : [],
  );

test("records are suggested by their titles, with the engine and without", async () => {
  await expect.poll(() => titles("note on nam")).toEqual(["Note on names"]);
  const endOutage = cutOffEngine();
  try {
    expect(await titles("note on nam")).toEqual(["Note on names"]);
    expect(await titles("on'); drop table records; --")).toEqual([]);
  } finally {
    endOutage();
  }
});

test("a record withdrawn a moment ago is not suggested, whatever the engine still says", async () => {
  const record = await addPublished("Remarkable notice");
  await rebuildIndex();
  await expect.poll(() => titles("remarkable")).toEqual(["Remarkable notice"]);
  await withdrawRecord(record.id, record.version, "A test", "archive");
  expect(await titles("remarkable")).toEqual([]);
});

test("too little is not looked for, and of too much only the beginning", () => {
  expect(suggestibleText(" k ")).toBe("");
  expect(suggestibleText("\0-'\"")).toBe("");
  expect(suggestibleText("毛")).toBe("毛");
  expect(suggestibleText(" a\n b ")).toBe("a b");
  expect(suggestibleText("x".repeat(5_000))).toHaveLength(100);
  expect(suggestibleText("\u{D800}ab")).toBe("\u{FFFD}ab");
});
