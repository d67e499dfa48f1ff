import { expect, test } from "@playwright/test";
import { changeSavedSearch, deleteSavedSearch, saveSearch } from "@/db/commands/saved-searches";
import { endSession, startSession } from "@/db/commands/sessions";
import { addUser } from "@/db/commands/users";
import { listRevisions } from "@/db/queries/revisions";
import { findSavedSearch, findSavedSearchAt, listSavedSearches } from "@/db/queries/saved-searches";
import { findUserByEmail } from "@/db/queries/users";
import { provenCurator } from "@/lib/archive/curator";
import { NotPermitted } from "@/lib/archive/permissions";
import type { UserRole } from "@/lib/archive/vocabulary";
import { hashPassword } from "@/lib/auth/password";
import { sessionCookie, tokenOf } from "@/lib/auth/session-cookie";
import { isSignedIn } from "@/lib/auth/signed-in";
import { savedSearchFeed } from "@/lib/saved-searches/feed";
import { savedSearchForm, shownAddress } from "@/lib/saved-searches/form";
import { rebuildIndex } from "@/lib/search/rebuild";
import { withFreshDatabase } from "../fixtures/database";
import { addPublished } from "../fixtures/searchable";

withFreshDatabase();

const password = "correct horse battery";

async function curator(name: string, role: UserRole) {
  const email = `${name}@desk.test`;
  await addUser({ email, name, role, passwordHash: await hashPassword(password) }, "archive");
  const user = await findUserByEmail(email);
  return provenCurator({ id: user?.id ?? 0, name, email, role });
}

/** The id of what was changed; fails where nothing was. */
async function idOf(change: ReturnType<typeof saveSearch>): Promise<number> {
  const done = await change;
  if (!done.ok) throw new Error(done.reason);
  return done.id;
}

test("a saved search has an address that outlives its name and is given to nothing else", async () => {
  const ada = await curator("ada", "contributor");
  const id = await idOf(saveSearch({ name: "Letters, on downloads", parameters: "q=letter" }, ada));
  const twin = await idOf(saveSearch({ name: "Letters on downloads", parameters: "q=letters" }, ada));
  const slug = "letters-on-downloads";
  expect(await findSavedSearchAt(slug)).toMatchObject({ parameters: "q=letter" });
  expect(await findSavedSearch(twin)).toMatchObject({ slug: `${slug}-2`, owner: "ada", version: 1 });

  await idOf(changeSavedSearch(id, 1, { name: "Aids", parameters: "q=aid" }, ada));
  expect(await findSavedSearchAt(slug)).toMatchObject({ name: "Aids", parameters: "q=aid" });
  expect((await listSavedSearches()).map(({ name }) => name)).toEqual(["Aids", "Letters on downloads"]);

  await idOf(deleteSavedSearch(id, 2, ada));
  expect(await findSavedSearchAt(slug)).toBe("gone");
  expect(await findSavedSearch(id)).toBeNull();
  const third = await idOf(saveSearch({ name: "Letters on downloads", parameters: "" }, ada));
  expect(await findSavedSearch(third)).toMatchObject({ slug: `${slug}-3` });

  const history = await listRevisions("saved-search", id, { offset: 0, limit: 10 });
  expect(history.map(({ action, version, by }) => ({ action, version, by }))).toEqual([
    { action: "withdrawn", version: 3, by: "ada" },
    { action: "edited", version: 2, by: "ada" },
    { action: "created", version: 1, by: "ada" },
  ]);
});

test("who may not, or looks at an old state, changes nothing", async () => {
  const bea = await curator("bea", "contributor");
  const cleo = await curator("cleo", "contributor");
  const viewer = await curator("vera", "viewer");
  const editor = await curator("edda", "editor");
  const search = { name: "Bea's", parameters: "q=b" };
  await expect(saveSearch(search, viewer)).rejects.toThrow(NotPermitted);
  const id = await idOf(saveSearch(search, bea));
  await expect(changeSavedSearch(id, 1, { ...search, name: "Cleo's" }, cleo)).rejects.toThrow(NotPermitted);
  await expect(deleteSavedSearch(id, 1, cleo)).rejects.toThrow(NotPermitted);
  await idOf(changeSavedSearch(id, 1, { ...search, name: "Ours" }, editor));
  expect(await changeSavedSearch(id, 1, search, bea)).toEqual({ ok: false, reason: "conflict" });
  expect(await deleteSavedSearch(999_999, 1, bea)).toEqual({ ok: false, reason: "gone" });
  expect(await findSavedSearch(id)).toMatchObject({ name: "Ours", version: 2 });
});

test("a feed of a saved search stays the same feed, and says when it is over", async () => {
  const dora = await curator("dora", "editor");
  await addPublished("Letter on feeds");
  await addPublished("Report on feeds");
  await rebuildIndex();
  const id = await idOf(saveSearch({ name: "Followed", parameters: "q=letter" }, dora));
  const feed = async () => (await savedSearchFeed("followed", new Headers())).text();
  const before = await feed();
  expect(before).toContain("<title>Followed · Open History Archive</title>");
  expect(before).toContain("<title>Letter on feeds</title>");
  await idOf(changeSavedSearch(id, 1, { name: "Followed", parameters: "q=report" }, dora));
  const after = await feed();
  expect(after).toContain("<title>Report on feeds</title>");
  expect(after).not.toContain("<title>Letter on feeds</title>");
  const feedId = /<id>[^<]*\/searches\/followed<\/id>/;
  expect(feedId.exec(after)?.[0]).toBe(feedId.exec(before)?.[0]);
  await idOf(deleteSavedSearch(id, 2, dora));
  expect((await savedSearchFeed("followed", new Headers())).status).toBe(410);
  expect((await savedSearchFeed("never-was", new Headers())).status).toBe(404);
});

test.describe("the address of results, however it is pasted", () => {
  for (const [address, parameters] of [
    ["/search?q=cuba&page=7&view=map", "q=cuba"],
    [
      "https://archive.example/search?type[]=cable&q=%D0%9A%D1%83%D0%B1%D0%B0",
      "q=%D0%9A%D1%83%D0%B1%D0%B0&type=cable",
    ],
    ["/search?q=Куба", "q=%D0%9A%D1%83%D0%B1%D0%B0"],
    ["/search", ""],
  ] as const) {
    test(address, () =>
      expect(savedSearchForm.parse({ name: "A", address })).toEqual({ name: "A", address: parameters }),
    );
  }
  for (const address of ["", "cuba", "/people?q=a", "https://archive.example/", "javascript:alert(1)"]) {
    test(`not ${address || "nothing"}`, () =>
      expect(savedSearchForm.safeParse({ name: "A", address }).success).toBe(false));
  }
  test("it is shown in letters", () =>
    expect(shownAddress("q=%D0%9A%D1%83%D0%B1%D0%B0%26")).toBe("/search?q=Куба%26"));
});

test("only the cookie of a session that stands is believed, for a while", async () => {
  const fay = await curator("fay", "viewer");
  const sessionId = await startSession(fay.id, new Date(Date.now() + 60_000));
  const headerOf = (token: string) => `theme=dark; ${sessionCookie().name}=${token}`;
  const cookieOf = async (id: string) => headerOf(await tokenOf(id, fay.id));
  expect(await isSignedIn(undefined)).toBe(false);
  expect(await isSignedIn(headerOf("made-up"))).toBe(false);
  const token = await tokenOf(sessionId, fay.id);
  expect(await isSignedIn(headerOf(`${token.slice(0, -8)}AAAAAAAA`))).toBe(false);
  expect(await isSignedIn(await cookieOf("00000000-0000-4000-8000-000000000000"))).toBe(false);
  const cookie = await cookieOf(sessionId);
  expect(await isSignedIn(cookie)).toBe(true);
  await endSession(sessionId);
  expect(await isSignedIn(await cookieOf(sessionId))).toBe(false);
});
