import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { FieldChange } from "@/lib/archive/field-change";
import { actorId, assertMay, type Actor } from "@/lib/archive/permissions";
import type { UserRole } from "@/lib/archive/vocabulary";
import { db, type Transaction } from "../client";
import { users } from "../schema";
import { keepRevision } from "./revisions";
import { endSessionsOf } from "./sessions";

export type NewUser = { email: string; name: string; role: UserRole; passwordHash: string };

type Row = typeof users.$inferSelect;

/** Lets a person sign in; returns the new id, or null when the address is taken. The hash comes from `lib/auth/password`. */
export async function addUser(user: NewUser, by: Actor): Promise<{ id: number } | null> {
  assertMay(by, "user.manage");
  return db().transaction(async (tx) => {
    const email = user.email.trim().toLowerCase();
    const [row] = await tx
      .insert(users)
      .values({ ...user, email })
      .onConflictDoNothing()
      .returning({ id: users.id });
    if (!row) return null;
    const changes: FieldChange[] = [
      { field: "email", before: null, after: email },
      { field: "name", before: null, after: user.name },
      { field: "role", before: null, after: user.role },
    ];
    await keepRevision(tx, { entity: "user", entityId: row.id, version: 1, action: "created", changes }, by);
    return row;
  });
}

/**
 * Gives a user a new password and ends all the user's sessions. Everyone may change their own; other people's need
 * `user.manage`. Returns false when there is no such user.
 */
export async function changePassword(email: string, passwordHash: string, by: Actor): Promise<boolean> {
  return changeUser(email, by, async (tx, user) => {
    if (actorId(by) !== user.id) assertMay(by, "user.manage");
    await tx.update(users).set({ passwordHash }).where(eq(users.id, user.id));
    return [{ field: "password", before: null, after: "changed" }];
  });
}

/**
 * Gives a user another role and ends all the user's sessions. Returns false when there is no such user, or when it is the last
 * administrator who can sign in.
 */
export async function changeRole(email: string, role: UserRole, by: Actor): Promise<boolean> {
  return changeUser(email, by, async (tx, user) => {
    assertMay(by, "user.manage");
    if (user.role === role) return [];
    if (role !== "administrator" && (await isLastAdministrator(tx, user))) return null;
    await tx.update(users).set({ role }).where(eq(users.id, user.id));
    return [{ field: "role", before: user.role, after: role }];
  });
}

/** Keeps a user from signing in and ends all sessions. Returns false for an unknown user and for the last administrator. */
export async function disableUser(email: string, by: Actor): Promise<boolean> {
  return changeUser(email, by, async (tx, user) => {
    assertMay(by, "user.manage");
    if (await isLastAdministrator(tx, user)) return null;
    await tx
      .update(users)
      .set({ disabledAt: sql`now()` })
      .where(eq(users.id, user.id));
    return [{ field: "disabled", before: user.disabledAt !== null, after: true }];
  });
}

/** Lets a disabled user sign in again. Returns false when there is no such user. */
export async function enableUser(email: string, by: Actor): Promise<boolean> {
  return changeUser(email, by, async (tx, user) => {
    assertMay(by, "user.manage");
    await tx.update(users).set({ disabledAt: null }).where(eq(users.id, user.id));
    return [{ field: "disabled", before: user.disabledAt !== null, after: false }];
  });
}

/** One change of one user with its revision; a step that returns null changes nothing. */
async function changeUser(
  email: string,
  by: Actor,
  step: (tx: Transaction, user: Row) => Promise<FieldChange[] | null>,
): Promise<boolean> {
  return db().transaction(async (tx) => {
    // Locked for all alike, so that two administrators cannot disable each other at once.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('users'))`);
    const [user] = await tx
      .select()
      .from(users)
      .where(eq(sql`lower(${users.email})`, email.trim().toLowerCase()));
    if (!user) return false;
    const changes = await step(tx, user);
    if (changes === null) return false;
    if (changes.length === 0) return true;
    await endSessionsOf(tx, user.id);
    await keepRevision(tx, { entity: "user", entityId: user.id, version: 1, action: "edited", changes }, by);
    return true;
  });
}

async function isLastAdministrator(tx: Transaction, user: Row): Promise<boolean> {
  if (user.role !== "administrator" || user.disabledAt) return false;
  const [other] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "administrator"), isNull(users.disabledAt), ne(users.id, user.id)))
    .limit(1);
  return !other;
}
