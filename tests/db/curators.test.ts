import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { describeAuthority, describeNewAuthority } from "@/db/commands/authorities";
import { describeNewRecord } from "@/db/commands/records";
import { addUser, changePassword, changeRole, disableUser } from "@/db/commands/users";
import { blankDescription } from "@/db/queries/record-description";
import { findCandidates } from "@/db/queries/pickers";
import { findUserByEmail, findUserOfSession } from "@/db/queries/users";
import { retiredSlugs, revisions } from "@/db/schema";
import { provenCurator } from "@/lib/archive/curator";
import { NotPermitted } from "@/lib/archive/permissions";
import type { UserRole } from "@/lib/archive/vocabulary";
import { attemptsPerAccount } from "@/lib/auth/attempts";
import { hashPassword } from "@/lib/auth/password";
import { signInWithPassword } from "@/lib/auth/sign-in";
import { withFreshDatabase } from "@/tests/fixtures/database";
import { forgetIndexJobs, waitingRecords } from "@/tests/fixtures/index-jobs";

withFreshDatabase();

const password = "correct horse battery";

/** A proven curator in this role, who is on file so that revisions can name them. */
async function curator(role: UserRole) {
  const email = `${role}@desk.test`;
  if (!(await findUserByEmail(email))) await newUser(email, role);
  const user = await findUserByEmail(email);
  return provenCurator({ id: user?.id ?? 0, name: role, email, role });
}

async function newUser(email: string, role: UserRole = "editor") {
  await addUser({ email, name: "Test Person", role, passwordHash: await hashPassword(password) }, "archive");
}

async function sessionOf(email: string) {
  const result = await signInWithPassword({ email, password, address: "192.0.2.1" });
  return result.ok ? result.sessionId : null;
}

test("an address is one person, whatever its case", async () => {
  await newUser("Ada@Archive.test");
  const again = await addUser(
    { email: "ada@archive.TEST", name: "B", role: "editor", passwordHash: "x" },
    "archive",
  );
  expect(again).toBeNull();
  expect(await findUserByEmail(" ADA@archive.test ")).toMatchObject({ email: "ada@archive.test" });
});

test("a new password, another role and disabling end a user's sessions", async () => {
  await newUser("boss@archive.test", "administrator");
  await newUser("eve@archive.test");
  const end = {
    password: async () => changePassword("eve@archive.test", await hashPassword(password), "archive"),
    role: () => changeRole("eve@archive.test", "contributor", "archive"),
    disable: () => disableUser("eve@archive.test", "archive"),
  };
  for (const [reason, change] of Object.entries(end)) {
    const session = await sessionOf("eve@archive.test");
    expect(await findUserOfSession(session ?? ""), reason).toMatchObject({ email: "eve@archive.test" });
    expect(await change()).toBe(true);
    expect(await findUserOfSession(session ?? ""), reason).toBeNull();
  }
  expect(await sessionOf("eve@archive.test")).toBeNull();
});

test("the last administrator can be neither disabled nor given another role", async () => {
  expect(await disableUser("boss@archive.test", "archive")).toBe(false);
  expect(await changeRole("boss@archive.test", "viewer", "archive")).toBe(false);
});

test("only administrators manage users; everyone may change their own password", async () => {
  await newUser("own@archive.test", "contributor");
  const own = await findUserByEmail("own@archive.test");
  const self = provenCurator({
    id: own?.id ?? 0,
    name: "Own",
    email: "own@archive.test",
    role: "contributor",
  });
  expect(await changePassword("own@archive.test", await hashPassword(password), self)).toBe(true);
  await expect(changePassword("ada@archive.test", "x", self)).rejects.toThrow(NotPermitted);
  const editor = await curator("editor");
  await expect(changeRole("ada@archive.test", "viewer", editor)).rejects.toThrow(NotPermitted);
});

test("too many wrong passwords lock an account for a while, the right one too", async () => {
  await newUser("locked@archive.test");
  const attempt = (typed: string) =>
    signInWithPassword({ email: "Locked@archive.test", password: typed, address: "192.0.2.9" });
  for (let count = 0; count < attemptsPerAccount; count += 1) {
    expect(await attempt("wrong")).toEqual({ ok: false, reason: "wrong" });
  }
  const refused = await attempt(password);
  expect(refused).toMatchObject({ ok: false, reason: "limited" });
  expect(!refused.ok && refused.reason === "limited" && refused.waitSeconds).toBeGreaterThan(600);
  expect(await sessionOf("ada@archive.test")).not.toBeNull();
});

const agent = {
  slug: null,
  kind: "person",
  name: "Alekseev, Aleksandr",
  names: [],
  existenceEdtf: null,
  description: null,
  biographicalHistory: null,
  wikidataId: null,
  viafId: null,
  identifiers: [],
} as const;

test("a changed name reindexes the records of an entry, keeps its old address and is found by its variants", async () => {
  const created = await describeNewAuthority("agent", agent, await curator("contributor"));
  if (!created.ok) throw new Error(created.reason);
  const record = await describeNewRecord(
    {
      ...blankDescription("Cable"),
      agents: [{ id: created.id, role: "author", nameAsWritten: null }],
    },
    "archive",
  );
  await forgetIndexJobs();

  const renamed = {
    ...agent,
    name: "Alekseyev, Aleksandr Ivanovich",
    names: [{ name: "Алексеев, Александр", scheme: "original", script: "Cyrl", languageCode: null }],
  } as const;
  const change = await describeAuthority(
    "agent",
    created.id,
    created.version,
    renamed,
    await curator("editor"),
  );
  expect(change).toMatchObject({ ok: true, slug: "alekseyev-aleksandr-ivanovich", version: 2 });
  expect(change.ok && change.tags).toEqual(["authorities", `agent:${created.id}`]);
  expect(await waitingRecords()).toEqual([record.id]);
  expect(await db().select({ slug: retiredSlugs.slug }).from(retiredSlugs)).toContainEqual({
    slug: created.slug,
  });
  const history = await db().select().from(revisions).where(eq(revisions.entity, "agent"));
  expect(history.map(({ action }) => action)).toEqual(["created", "edited"]);

  for (const typed of ["алексеев, александр", "Александр Алексеев", "Aleksandr Ivanovich Alekseyev"]) {
    expect(await findCandidates("agent", typed, 3), typed).toMatchObject([
      { id: String(created.id), isExact: true },
    ]);
  }
  expect(await findCandidates("agent", "Alekseiev", 3)).toMatchObject([{ isExact: false }]);
});

test("the second to save an entry gets the first one's version instead of overwriting it", async () => {
  const created = await describeNewAuthority("agent", { ...agent, name: "Shared" }, "archive");
  if (!created.ok) throw new Error(created.reason);
  await describeAuthority(
    "agent",
    created.id,
    1,
    { ...agent, name: "Shared", description: "first" },
    "archive",
  );
  const second = await describeAuthority("agent", created.id, 1, { ...agent, name: "Mine" }, "archive");
  expect(second).toMatchObject({
    ok: false,
    reason: "conflict",
    version: 2,
    current: { description: "first" },
  });
});

test("names that must differ and circles in a tree are refused", async () => {
  const subject = { slug: null, name: "Cuba", parent: null, scopeNote: null };
  const top = await describeNewAuthority("subject", subject, "archive");
  expect(await describeNewAuthority("subject", subject, "archive")).toEqual({ ok: false, reason: "taken" });
  if (!top.ok) throw new Error(top.reason);
  const below = await describeNewAuthority(
    "subject",
    { ...subject, name: "Cuba--Trade", parent: { id: top.id } },
    "archive",
  );
  if (!below.ok) throw new Error(below.reason);
  const circle = { ...subject, parent: { id: below.id } };
  expect(await describeAuthority("subject", top.id, 1, circle, "archive")).toEqual({
    ok: false,
    reason: "circular",
  });
});

test("contributors may make entries but not change them, and no collections", async () => {
  const by = await curator("contributor");
  await expect(describeAuthority("agent", 1, 0, agent, by)).rejects.toThrow(NotPermitted);
  const collection = {
    slug: null,
    level: "collection",
    name: "C",
    parent: null,
    abstract: null,
    essay: null,
    position: 0,
    isPublished: true,
    isFeatured: false,
  } as const;
  await expect(describeNewAuthority("collection", collection, by)).rejects.toThrow(NotPermitted);
  await expect(describeNewAuthority("agent", agent, await curator("viewer"))).rejects.toThrow(NotPermitted);
});
