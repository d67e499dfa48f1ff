import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { findUserOfSession } from "@/db/queries/users";
import { provenCurator, type Curator } from "@/lib/archive/curator";
import { may, type Action } from "@/lib/archive/permissions";
import { readSessionId } from "./session";

/** Who is signed in, as the database has it in this request; null when nobody is. */
export const findSignedIn = cache(async (): Promise<Curator | null> => {
  const sessionId = await readSessionId();
  const user = sessionId === null ? null : await findUserOfSession(sessionId);
  return user && provenCurator({ id: user.id, name: user.name, email: user.email, role: user.role });
});

/**
 * The signed-in curator, proven for an action. Sends everyone else away: to the sign-in page, which leads back to `returnTo`,
 * or, when the role does not allow the action, to a page that says so.
 */
export async function requireCurator(
  action: Action = "record.read-unpublished",
  returnTo?: string,
): Promise<Curator> {
  const curator = await findSignedIn();
  if (!curator) redirect(returnTo ? `/signin?then=${encodeURIComponent(returnTo)}` : "/signin");
  if (!may(curator, action)) redirect("/admin/not-allowed");
  return curator;
}
