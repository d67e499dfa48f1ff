import { startSession } from "@/db/commands/sessions";
import { findUserByEmail } from "@/db/queries/users";
import { countAttempt, forgetAttempts } from "./attempts";
import { verifyPassword } from "./password";

/** How long a session lasts, in seconds; it is not prolonged by use. */
export const sessionSeconds = 7 * 24 * 60 * 60;

export type Credentials = {
  readonly email: string;
  readonly password: string;
  /** Network address the attempt comes from. */
  readonly address: string;
};

export type SignIn =
  | { ok: true; sessionId: string; user: { id: number; name: string; email: string } }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "limited"; waitSeconds: number };

/**
 * Checks e-mail and password and opens a session. Unknown, disabled and password-less accounts fail as "wrong", after the same
 * work as a wrong password; too many attempts fail as "limited" without looking at the password.
 */
export async function signInWithPassword({ email, password, address }: Credentials): Promise<SignIn> {
  const waitSeconds = await countAttempt(email, address);
  if (waitSeconds !== null) return { ok: false, reason: "limited", waitSeconds };
  const user = await findUserByEmail(email);
  const isRight = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !isRight || user.disabledAt) return { ok: false, reason: "wrong" };
  await forgetAttempts(email, address);
  const sessionId = await startSession(user.id, new Date(Date.now() + sessionSeconds * 1000));
  return { ok: true, sessionId, user: { id: user.id, name: user.name, email: user.email } };
}
