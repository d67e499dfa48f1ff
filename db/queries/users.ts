import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { UserRole } from "@/lib/archive/vocabulary";
import { db } from "../client";
import { sessions, users } from "../schema";

/** A person who may sign in, without the password. */
export type User = {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly role: UserRole;
  readonly disabledAt: Date | null;
  readonly lastSignInAt: Date | null;
};

const columns = {
  id: users.id,
  email: users.email,
  name: users.name,
  role: users.role,
  disabledAt: users.disabledAt,
  lastSignInAt: users.lastSignInAt,
};

const hasEmail = (email: string) => eq(sql`lower(${users.email})`, email.trim().toLowerCase());

/** The user of an address, whatever its case, with the encoded password hash; null when nobody has it. */
export async function findUserByEmail(email: string) {
  const [user] = await db()
    .select({ ...columns, passwordHash: users.passwordHash })
    .from(users)
    .where(hasEmail(email));
  return user ?? null;
}

/** An administrator who can sign in; null when the archive has none yet. */
export async function findAdministrator(): Promise<User | null> {
  const [user] = await db()
    .select(columns)
    .from(users)
    .where(and(eq(users.role, "administrator"), isNull(users.disabledAt)))
    .orderBy(asc(users.id))
    .limit(1);
  return user ?? null;
}

/** Everyone who may or might once sign in, by name. */
export async function listUsers(): Promise<User[]> {
  return db().select(columns).from(users).orderBy(asc(users.name), asc(users.id));
}

/** Who a session belongs to; null when it has ended or the account is disabled. */
export async function findUserOfSession(sessionId: string): Promise<User | null> {
  const [user] = await db()
    .select(columns)
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, sql`now()`), isNull(users.disabledAt)));
  return user ?? null;
}
