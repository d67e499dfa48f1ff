import { eq } from "drizzle-orm";
import { db } from "../client";
import { searchIndexState } from "../schema";

export type IndexState = typeof searchIndexState.$inferSelect;

/** What the live index of this name was built from; null when none was. */
export async function findIndexState(name: string): Promise<IndexState | null> {
  const [state] = await db().select().from(searchIndexState).where(eq(searchIndexState.name, name));
  return state ?? null;
}
