import { randomBytes } from "node:crypto";
import { addUser } from "@/db/commands/users";
import { findAdministrator } from "@/db/queries/users";
import { hashPassword } from "@/lib/auth/password";

/** What a person needs to sign in the first time; `password: null` when it is the one from the environment. */
export type FirstSignIn = { email: string; password: string | null };

/** Twenty characters without look-alikes to worry about: it is typed or pasted once. */
export const makePassword = () => randomBytes(15).toString("base64url");

/**
 * Makes the first administrator while the archive has none, from ARCHIVE_ADMIN_EMAIL and ARCHIVE_ADMIN_PASSWORD, or else with a
 * password made up here. Resolves to his sign-in, or to `null` when there was an administrator already.
 */
export async function ensureAdministrator(): Promise<FirstSignIn | null> {
  if (await findAdministrator()) return null;
  const email = process.env["ARCHIVE_ADMIN_EMAIL"] || "admin@localhost";
  const given = process.env["ARCHIVE_ADMIN_PASSWORD"];
  const password = given || makePassword();
  const passwordHash = await hashPassword(password);
  await addUser({ email, name: "Administrator", role: "administrator", passwordHash }, "archive");
  return { email, password: given ? null : password };
}
