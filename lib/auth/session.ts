import "server-only";
import { cookies, headers } from "next/headers";
import { endSession } from "@/db/commands/sessions";
import { sessionCookie, sessionIdIn, tokenOf } from "./session-cookie";
import { sessionSeconds, signInWithPassword, type SignIn } from "./sign-in";

/** The id of the session whose token the request carries, or null; whether it still stands is for the database to say. */
export async function readSessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  return token ? sessionIdIn(token) : null;
}

/** Signs in from our own form: the same check as next-auth's, and the same cookie when it succeeds. */
export async function openSession(email: string, password: string): Promise<SignIn> {
  // The server drops what clients claim here and lets the real sender's address through.
  const address = (await headers()).get("x-forwarded-for") ?? "unknown";
  const result = await signInWithPassword({ email, password, address });
  if (!result.ok) return result;
  const { user, sessionId } = result;
  const token = await tokenOf(sessionId, user.id);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, maxAge: sessionSeconds });
  return result;
}

/** Signs out: the row goes first, so that a copy of the cookie is worth nothing. */
export async function closeSession() {
  const sessionId = await readSessionId();
  if (sessionId) await endSession(sessionId);
  (await cookies()).delete(sessionCookie().name);
}
