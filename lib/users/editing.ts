import { addUser, changePassword, changeRole, disableUser, enableUser } from "@/db/commands/users";
import type { z } from "zod";
import { findUserByEmail } from "@/db/queries/users";
import type { Curator } from "@/lib/archive/curator";
import { countAttempt, forgetAttempts } from "@/lib/auth/attempts";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import type { newUserForm, userChangeForm } from "./form";

/** Lets a person sign in; returns false when the address is taken. */
export async function admitUser({ password, ...user }: z.output<typeof newUserForm>, by: Curator) {
  const added = await addUser({ ...user, passwordHash: await hashPassword(password) }, by);
  return added !== null;
}

/** Makes one change of one user; false when the user is unknown or the last administrator would be lost. */
export async function changeUser(change: z.output<typeof userChangeForm>, by: Curator): Promise<boolean> {
  switch (change.change) {
    case "role":
      return changeRole(change.email, change.role, by);
    case "password":
      return changePassword(change.email, await hashPassword(change.password), by);
    case "disable":
      return disableUser(change.email, by);
    case "enable":
      return enableUser(change.email, by);
  }
}

/** Changes the curator's own password, which ends all their sessions; the present one must be right, in a limited number of tries. */
export async function changeOwnPassword(
  current: string,
  next: string,
  by: Curator,
): Promise<"changed" | "wrong" | "limited"> {
  const source = `account:${by.id}`;
  if ((await countAttempt(by.email, source)) !== null) return "limited";
  const user = await findUserByEmail(by.email);
  if (!user || !(await verifyPassword(user.passwordHash, current))) return "wrong";
  await forgetAttempts(by.email, source);
  await changePassword(by.email, await hashPassword(next), by);
  return "changed";
}
