import {
  changeSavedSearch,
  deleteSavedSearch,
  saveSearch,
  type SavedSearchChange,
  type SearchToSave,
} from "@/db/commands/saved-searches";
import type { Curator } from "@/lib/archive/curator";
import { settleCaches } from "@/lib/cache/expire";

/** A saved search as the curator saw it; null for one that is not saved yet. */
export type SeenSearch = { readonly id: number; readonly version: number } | null;

/** Keeps a search, or changes one that is kept. */
export const keepSearch = (seen: SeenSearch, search: SearchToSave, by: Curator): Promise<SavedSearchChange> =>
  settled(seen === null ? saveSearch(search, by) : changeSavedSearch(seen.id, seen.version, search, by));

/** Gives a saved search up for ever. */
export const giveUpSearch = (id: number, version: number, by: Curator): Promise<SavedSearchChange> =>
  settled(deleteSavedSearch(id, version, by));

async function settled(changing: Promise<SavedSearchChange>): Promise<SavedSearchChange> {
  const change = await changing;
  if (change.ok) await settleCaches(change.tags);
  return change;
}

/** Why nothing was changed, in words. */
export const refusalInWords = {
  gone: "Somebody has deleted this search meanwhile. Nothing was saved.",
  conflict:
    "Somebody else has changed this search since you opened it. Load this page again to see how it is now.",
} as const;
