import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { describeAuthority, describeNewAuthority } from "@/db/commands/authorities";
import { fillNameSlugs } from "@/db/commands/name-slugs";
import { countAgents, listAgents, type AgentFilter } from "@/db/queries/agent-lists";
import { countBetween, listCompanions, listCorrespondents } from "@/db/queries/agent-relations";
import { countAgentYears, listAgentPlaces } from "@/db/queries/agent-topics";
import { findAgent } from "@/db/queries/agents";
import { listRecords } from "@/db/queries/listed-records";
import { listEntriesNamed } from "@/db/queries/name-slugs";
import { agentNames } from "@/db/schema";
import type { AgentSort } from "@/lib/archive/agent-lists";
import type { AgentRole } from "@/lib/archive/vocabulary";
import { withFreshDatabase } from "../fixtures/database";
import { addAgent, addDraft, addPlace, addPublished } from "../fixtures/searchable";

withFreshDatabase();
test.describe.configure({ mode: "serial" });

const everyone = { kind: null, letter: null, q: null, isWhole: false };
const ids: Record<string, number> = {};
const by = (name: string, role: AgentRole) => ({ id: ids[name] ?? 0, role, nameAsWritten: null });

test.beforeAll(async () => {
  for (const [name, others] of [
    ["Khrushchev, Nikita", ["Khrushchov, Nikita", "Хрущёв, Никита"]],
    ["Kennedy, John", ["Jack Kennedy"]],
    ["Kennedy, Robert", []],
    ["Dobrynin, Anatoly", []],
    ["Ягода, Генрих", []],
    ["Unnamed, Otto", ["Khrushchov, Otto"]],
  ] as const)
    ids[name] = (await addAgent(name, others)).id;
  const [moscow, cuba] = [await addPlace("Moscow"), await addPlace("Cuba")];
  const letter = (from: string, to: string, dateEdtf: string | null) => ({
    dateEdtf,
    agents: [by(from, "author"), by(to, "recipient")],
    places: [
      { id: moscow.id, role: "written_at" as const },
      { id: cuba.id, role: "about" as const },
    ],
  });
  await addPublished("First letter", letter("Khrushchev, Nikita", "Kennedy, John", "1962-10-26"));
  await addPublished("Second letter", letter("Khrushchev, Nikita", "Kennedy, John", "1963"));
  await addPublished("Answer", letter("Kennedy, John", "Khrushchev, Nikita", "1962-10-27"));
  await addPublished("Talk", {
    dateEdtf: "1962-10-27",
    agents: [
      by("Kennedy, Robert", "participant"),
      by("Dobrynin, Anatoly", "participant"),
      by("Khrushchev, Nikita", "mentioned"),
      by("Kennedy, John", "mentioned"),
    ],
  });
  await addPublished("Note", { agents: [by("Ягода, Генрих", "mentioned")] });
  await addDraft("Draft letter", letter("Khrushchev, Nikita", "Unnamed, Otto", "1964"));
});

test("names get the addresses they lack, once", async () => {
  expect(await fillNameSlugs()).toBe(4);
  expect(await fillNameSlugs()).toBe(0);
  expect(await listEntriesNamed("agent", "khrushchov-nikita")).toEqual([
    { slug: "khrushchev-nikita", name: "Khrushchov, Nikita" },
  ]);
  await db()
    .insert(agentNames)
    .values({ agentId: ids["Kennedy, Robert"] ?? 0, name: "Kennedy", slug: "kennedy" });
  await db()
    .insert(agentNames)
    .values({ agentId: ids["Kennedy, John"] ?? 0, name: "Kennedy", slug: "kennedy" });
  expect(await listEntriesNamed("agent", "kennedy")).toHaveLength(2);
});

test("the list has those whom published records name, by name or by number of records", async () => {
  const names = async (filter: AgentFilter, sort: AgentSort) =>
    (await listAgents(filter, sort, 1, 100)).map(({ name, records }) => `${name}: ${records}`);
  expect(await names(everyone, "name")).toEqual([
    "Dobrynin, Anatoly: 1",
    "Kennedy, John: 4",
    "Kennedy, Robert: 1",
    "Khrushchev, Nikita: 4",
    "Ягода, Генрих: 1",
  ]);
  expect((await names(everyone, "records")).slice(0, 2)).toEqual([
    "Kennedy, John: 4",
    "Khrushchev, Nikita: 4",
  ]);
  expect(await names({ ...everyone, letter: "я" }, "name")).toEqual(["Ягода, Генрих: 1"]);
  expect(await names({ ...everyone, isWhole: true, letter: "u" }, "records")).toEqual(["Unnamed, Otto: 0"]);
  expect(await listAgents(everyone, "name", 2, 3)).toHaveLength(2);
});

test("letters count those with records and all", async () => {
  const counts = await countAgents({ q: null });
  const letter = (wanted: string) => counts.find((row) => row.letter === wanted);
  expect(letter("k")).toEqual({ kind: "person", letter: "k", agents: 3, named: 3 });
  expect(letter("u")).toMatchObject({ agents: 1, named: 0 });
  expect(letter("я")).toMatchObject({ agents: 1, named: 1 });
});

test("a name is found by every form, in any script and order of words, and says under which", async () => {
  const found = async (q: string) =>
    (await listAgents({ ...everyone, q }, "name", 1, 10)).map(({ name, called }) => [name, called]);
  expect(await found("khrushchov")).toEqual([["Khrushchev, Nikita", "Khrushchov, Nikita"]]);
  expect(await found("nikita KHRUSHCHEV")).toEqual([["Khrushchev, Nikita", null]]);
  expect(await found("Хрущев")).toEqual([["Khrushchev, Nikita", null]]);
  expect(await found("Genrikh")).toEqual([["Ягода, Генрих", null]]);
  expect(await found("100%")).toEqual([]);
  expect(await found("—")).toEqual([]);
  expect(await countAgents({ q: "khrushchov" })).toHaveLength(2);
});

test("letters are counted in both directions, and only published ones", async () => {
  const khrushchev = ids["Khrushchev, Nikita"] ?? 0;
  const john = ids["Kennedy, John"] ?? 0;
  expect(await listCorrespondents(khrushchev, { limit: 5, offset: 0 })).toEqual({
    correspondents: [{ slug: "kennedy-john", name: "Kennedy, John", kind: "person", sent: 2, received: 1 }],
    total: 1,
  });
  expect(await countBetween(john, khrushchev)).toEqual({ letters: 3, sent: 1, received: 2, together: 4 });
  const titles = async (mode: "letters" | "sent" | "received" | "together") =>
    (
      await listRecords(
        { by: "pair", id: john, otherId: khrushchev, mode },
        { page: 1, pageSize: 50, sort: "date", year: null },
      )
    ).rows.map(({ title }) => title);
  expect(await titles("sent")).toEqual(["Answer"]);
  expect(await titles("received")).toEqual(["First letter", "Second letter"]);
  expect(await titles("together")).toHaveLength(4);
  expect(await listCompanions(khrushchev, 3)).toMatchObject([
    { name: "Kennedy, John", records: 4 },
    { name: "Dobrynin, Anatoly", records: 1 },
    { name: "Kennedy, Robert", records: 1 },
  ]);
});

test("years and places come from what is published; who did not write at a place is not placed there", async () => {
  expect(await countAgentYears(ids["Khrushchev, Nikita"] ?? 0)).toEqual([
    { year: 1962, records: 3 },
    { year: 1963, records: 1 },
  ]);
  expect(await listAgentPlaces(ids["Khrushchev, Nikita"] ?? 0, 10)).toMatchObject([
    { name: "Cuba", writtenAt: 0, about: 3 },
    { name: "Moscow", writtenAt: 2, about: 0 },
  ]);
  expect(await countAgentYears(ids["Unnamed, Otto"] ?? 0)).toEqual([]);
});

test("the desk gives names their addresses and ids their place; an id belongs to one entry", async () => {
  const description = {
    slug: null,
    kind: "person" as const,
    name: "Mikoyan, Anastas",
    names: [{ name: "Микоян, Анастас", scheme: "original" as const, script: "Cyrl", languageCode: null }],
    existenceEdtf: null,
    description: null,
    biographicalHistory: null,
    wikidataId: null,
    viafId: null,
    identifiers: ["gnd: 118783238"],
  };
  const created = await describeNewAuthority("agent", description, "archive");
  if (!created.ok) throw new Error(created.reason);
  const [name] = await db().select().from(agentNames).where(eq(agentNames.agentId, created.id));
  expect(name).toMatchObject({ slug: "mikoyan-anastas" });
  expect(await findAgent({ id: created.id })).toMatchObject({
    identifiers: [{ scheme: "gnd", value: "118783238" }],
  });
  const twin = { ...description, name: "Mikoyan, Artem", names: [] };
  expect(await describeNewAuthority("agent", twin, "archive")).toEqual({ ok: false, reason: "identified" });
  const changed = { ...description, identifiers: ["isni: 0000 0001 2143 3532"] };
  expect(await describeAuthority("agent", created.id, 1, changed, "archive")).toMatchObject({ ok: true });
  expect((await findAgent({ id: created.id }))?.identifiers).toEqual([
    { scheme: "isni", value: "0000 0001 2143 3532" },
  ]);
});
