import { eq, lt, sql } from "drizzle-orm";
import { db, type Transaction } from "../client";
import { sessions, users } from "../schema";

/** Opens a session of a user whose password was just checked; returns its id. Sessions that ran out are cleared away with it. */
export async function startSession(userId: number, expiresAt: Date): Promise<string> {
  return db().transaction(async (tx) => {
    await tx.delete(sessions).where(lt(sessions.expiresAt, sql`now()`));
    await tx
      .update(users)
      .set({ lastSignInAt: sql`now()` })
      .where(eq(users.id, userId));
    const [session] = await tx.insert(sessions).values({ userId, expiresAt }).returning({ id: sessions.id });
    if (!session) throw new Error("The session was not stored.");
    return session.id;
  });
}

/** Ends one session: whoever still has its cookie is signed out with the next request. */
export async function endSession(sessionId: string) {
  await db().delete(sessions).where(eq(sessions.id, sessionId));
}

/** Ends all sessions of a user, in the transaction that changes what the user may do. */
export async function endSessionsOf(tx: Transaction, userId: number) {
  await tx.delete(sessions).where(eq(sessions.userId, userId));
}
