import { and, eq, isNull, sql } from "drizzle-orm";
import { savedSearchesTag } from "@/lib/archive/cache-tags";
import type { Curator } from "@/lib/archive/curator";
import { assertMay } from "@/lib/archive/permissions";
import { slugOf } from "@/lib/archive/slug";
import { db, type Transaction } from "../client";
import { savedSearches } from "../schema";
import { expireTags } from "./expire-tags";
import { changesBetween, keepRevision } from "./revisions";

/** What a curator says of a search: its name and the query of its address. */
export type SearchToSave = { readonly name: string; readonly parameters: string };

/** The outcome of a change. "gone": somebody has given it up; "conflict": somebody has changed it since it was looked at. */
export type SavedSearchChange =
  | { readonly ok: true; readonly id: number; readonly tags: readonly string[] }
  | { readonly ok: false; readonly reason: "gone" | "conflict" };

const entity = "saved-search";

/** Keeps a search under a name, as the curator's own, with an address that stays when the name changes. */
export async function saveSearch(
  { name, parameters }: SearchToSave,
  by: Curator,
): Promise<SavedSearchChange> {
  assertMay(by, "search.save");
  return db().transaction(async (tx) => {
    const slug = await freeSlug(tx, name);
    const [row] = await tx
      .insert(savedSearches)
      .values({ slug, name, parameters, ownerId: by.id })
      .returning({ id: savedSearches.id });
    if (!row) throw new Error("The search was not stored.");
    const changes = changesBetween(null, { name, parameters });
    await keepRevision(tx, { entity, entityId: row.id, version: 1, action: "created", changes }, by);
    return conclude(tx, row.id);
  });
}

/** Gives a saved search that is still at `version` another name or other parameters; other people's need a right of their own. */
export async function changeSavedSearch(
  id: number,
  version: number,
  { name, parameters }: SearchToSave,
  by: Curator,
): Promise<SavedSearchChange> {
  return whileAt(id, version, by, async (tx, before) => {
    const changes = changesBetween(before, { name, parameters });
    if (changes.length === 0) return;
    await tx
      .update(savedSearches)
      .set({ name, parameters, version: version + 1 })
      .where(eq(savedSearches.id, id));
    await keepRevision(tx, { entity, entityId: id, version: version + 1, action: "edited", changes }, by);
  });
}

/** Gives a saved search up: its address says so from then on, and nothing else ever gets it. */
export async function deleteSavedSearch(
  id: number,
  version: number,
  by: Curator,
): Promise<SavedSearchChange> {
  return whileAt(id, version, by, async (tx) => {
    await tx
      .update(savedSearches)
      .set({ deletedAt: sql`now()`, version: version + 1 })
      .where(eq(savedSearches.id, id));
    await keepRevision(
      tx,
      { entity, entityId: id, version: version + 1, action: "withdrawn", changes: [] },
      by,
    );
  });
}

/** One change of a search that is still as the curator saw it. */
async function whileAt(
  id: number,
  version: number,
  by: Curator,
  change: (tx: Transaction, before: SearchToSave) => Promise<void>,
): Promise<SavedSearchChange> {
  assertMay(by, "search.save");
  return db().transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(savedSearches)
      .where(and(eq(savedSearches.id, id), isNull(savedSearches.deletedAt)))
      .for("update");
    if (!row) return { ok: false, reason: "gone" };
    if (row.ownerId !== by.id) assertMay(by, "search.change-others");
    if (row.version !== version) return { ok: false, reason: "conflict" };
    await change(tx, { name: row.name, parameters: row.parameters });
    return conclude(tx, id);
  });
}

async function conclude(tx: Transaction, id: number): Promise<SavedSearchChange> {
  const tags = [savedSearchesTag];
  await expireTags(tx, tags);
  return { ok: true, id, tags };
}

/** The end of an address that no saved search has or once had: "letters", then "letters-2". */
async function freeSlug(tx: Transaction, name: string): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('slug:saved-search'))`);
  const wanted = slugOf(name);
  const taken = await tx.execute<{ slug: string }>(
    sql`select slug from ${savedSearches} where slug ~ ${`^${wanted}(-[0-9]+)?$`}`,
  );
  const used = new Set([...taken].map(({ slug }) => slug));
  let slug = wanted;
  for (let number = 2; used.has(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}
