import "server-only";
import { may } from "@/lib/archive/permissions";
import { findSignedIn } from "@/lib/auth/curator";

/** Whether the person who sent this request may see files of records that are not public. */
export async function mayReadDrafts(): Promise<boolean> {
  const curator = await findSignedIn();
  return curator !== null && may(curator, "record.read-unpublished");
}
