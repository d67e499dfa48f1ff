import {
  countNamedRecords,
  findSnapshot,
  listNamedEntries,
  nameKinds,
  type NamedEntry,
  type NameKind,
} from "@/db/queries/search-names";
import { authoritiesTag, namesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { isFresh, isTrusted, tagClock } from "@/lib/cache/tag-clock";
import { NameIndex, type IndexedEntry } from "./name-index";

/**
 * All names of the archive in the memory of this process, renewed as they change.
 *
 * While news of edits arrive (see `tag-clock`), the tags of a change say which entries it touched, and only these are read again. Imports
 * name none: after one, all is read again. Where this process does not listen, as in a command, or while its connection is lost, the
 * database is asked each time whether anything at all was written since, and all is read again if so.
 */
export type Names = ReadonlyMap<NameKind, NameIndex>;

type Held = {
  readonly names: Names;
  /** The tag clock before the last reading of what had changed, and before the last reading of everything. */
  readonly stamp: number;
  readonly wholeStamp: number;
  /** The state of the database before the last reading; null where news of changes were arriving. */
  readonly snapshot: string | null;
  /** When everything was last read, and how long that took. */
  readonly readAt: number;
  readonly tookMs: number;
  /** Whether an entry of many records has one more or less than its number says. */
  readonly isRough: boolean;
};

/** Entries of more records are not counted again after each edit of one of them. */
const mostRecounted = 1_000;
/** How long their numbers may be off by what was edited since. */
const roughMs = 60_000;
/** While an import goes on, all is read again only when that took at most this share of the time. */
const readingShare = 0.1;
/** More changed entries are not looked up one by one. */
const mostChanged = 2_000;

// Next's bundle may hold several copies of this module; all share one shelf.
declare global {
  var archiveNames: { held: Held | null; reading: Promise<Held> | null; isRecounting: boolean } | undefined;
}
const shelf = (globalThis.archiveNames ??= { held: null, reading: null, isRecounting: false });

/** All names as they are now: whatever was committed before the call is in them. Throws where the database cannot be reached. */
export async function currentNames(): Promise<Names> {
  if (shelf.held && (await holds(shelf.held))) return shelf.held.names;
  if (shelf.reading) {
    // It may have begun before the change that the caller knows of.
    await shelf.reading.catch(() => undefined);
    if (shelf.held && (await holds(shelf.held))) return shelf.held.names;
  }
  shelf.reading ??= nextReading()
    .then((held) => (shelf.held = held))
    .finally(() => (shelf.reading = null));
  return (await shelf.reading).names;
}

/** Whether what is held may be shown now. */
async function holds(held: Held): Promise<boolean> {
  if (!isTrusted()) return held.snapshot !== null && held.snapshot === (await findSnapshot());
  if (held.isRough && performance.now() - held.readAt > Math.max(roughMs, held.tookMs / readingShare))
    void recount();
  return isFresh([authoritiesTag, recordsTag], held.stamp) && !needsAll(held);
}

/** Reads everything again while what is held goes on being used: nobody need wait for a number that is off by one. */
async function recount(): Promise<void> {
  if (shelf.isRecounting) return;
  shelf.isRecounting = true;
  const held = await readAll().catch(() => null);
  if (held) shelf.held = held;
  shelf.isRecounting = false;
}

/** Whether everything must be read again for an import, now or later; during one, readers meet names of a moment ago. */
function needsAll({ wholeStamp, readAt, tookMs }: Held): boolean {
  if (isFresh([namesTag], wholeStamp)) return false;
  return wholeStamp < tagClock.floor || performance.now() - readAt > tookMs / readingShare;
}

function nextReading(): Promise<Held> {
  const { held } = shelf;
  const changed = held && isTrusted() && !needsAll(held) ? changedSince(held.stamp) : null;
  return held && changed ? readChanged(held, changed) : readAll();
}

type Changed = ReadonlyMap<NameKind, readonly number[]>;

/** The entries whose tags have expired since; null where that is not known, or too many. */
function changedSince(stamp: number): Changed | null {
  if (stamp < tagClock.floor) return null;
  const changed = new Map<NameKind, number[]>(nameKinds.map((kind) => [kind, []]));
  let count = 0;
  for (const [tag, at] of tagClock.expiredAt) {
    if (at <= stamp) continue;
    const kind = nameKinds.find((one) => tag.startsWith(tagOf(one, 0).slice(0, -1)));
    if (!kind) continue;
    changed.get(kind)?.push(Number(tag.slice(kind.length + 1)));
    count += 1;
  }
  return count > mostChanged ? null : changed;
}

const counted = (entries: readonly NamedEntry[], counts: ReadonlyMap<number, number>): IndexedEntry[] =>
  entries.map((entry) => Object.assign(entry, { records: counts.get(entry.id) ?? 0 }));

async function readAll(): Promise<Held> {
  const began = performance.now();
  const stamp = tagClock.now;
  const snapshot = isTrusted() ? null : await findSnapshot();
  const names = new Map<NameKind, NameIndex>();
  for (const kind of nameKinds) {
    const [entries, counts] = await Promise.all([
      listNamedEntries(kind, null),
      countNamedRecords(kind, null),
    ]);
    names.set(kind, new NameIndex(counted(entries, counts)));
  }
  const readAt = performance.now();
  return { names, stamp, wholeStamp: stamp, snapshot, readAt, tookMs: readAt - began, isRough: false };
}

async function readChanged(held: Held, changed: Changed): Promise<Held> {
  const stamp = tagClock.now;
  const names = new Map(held.names);
  let { isRough } = held;
  for (const [kind, index] of held.names) {
    const ids = changed.get(kind) ?? [];
    if (ids.length === 0) continue;
    const renewed = await renewedIndex(kind, index, ids);
    names.set(kind, renewed.index);
    isRough ||= renewed.isRough;
  }
  return { ...held, names, stamp, snapshot: null, isRough };
}

/** The entries themselves and all that stand above them, before the change or after it. */
function withAncestors(index: NameIndex, ids: readonly number[], rows: readonly NamedEntry[]): Set<number> {
  const all = new Set(ids);
  for (const { parentId } of rows) if (parentId !== null) all.add(parentId);
  for (const id of all) {
    const parent = index.entries.get(id)?.parentId;
    if (parent !== null && parent !== undefined) all.add(parent);
  }
  return all;
}

const describes = (one: NamedEntry, other: NamedEntry) =>
  one.slug === other.slug &&
  one.name === other.name &&
  one.parentId === other.parentId &&
  one.isPerson === other.isPerson &&
  one.others.join("\n") === other.others.join("\n");

/** The index with some entries read again. Where only numbers have changed, it is the same one. */
async function renewedIndex(kind: NameKind, index: NameIndex, ids: readonly number[]) {
  const rows = new Map((await listNamedEntries(kind, ids)).map((row) => [row.id, row]));
  const affected = [...withAncestors(index, ids, [...rows.values()])];
  const known = (id: number) => index.entries.get(id)?.records ?? 0;
  const few = affected.filter((id) => known(id) <= mostRecounted);
  const counts = await countNamedRecords(kind, few);
  for (const id of few) {
    const entry = index.entries.get(id);
    if (entry) entry.records = counts.get(id) ?? 0;
  }
  const isRough = few.length < affected.length;
  const isSame = ids.every((id) => {
    const [before, after] = [index.entries.get(id), rows.get(id)];
    return before && after ? describes(before, after) : before === after;
  });
  if (isSame) return { index, isRough };
  const others = [...index.entries.values()].filter(({ id }) => !ids.includes(id));
  const changed = [...rows.values()].map((row) =>
    Object.assign(row, { records: counts.get(row.id) ?? known(row.id) }),
  );
  return { index: new NameIndex([...others, ...changed]), isRough };
}
