import {
  findChanges,
  readCatalogueRecords,
  readCatalogueValues,
  readUnpostedWords,
  type ReadingPoint,
} from "@/db/queries/search-catalogue";
import { isTrusted, tagClock } from "@/lib/cache/tag-clock";
import { Bits } from "./bits";
import { IdPlaces } from "./id-places";
import { ValueTable } from "./value-table";

/** Integers of one record as it is read. */
const packedFields = 6;
/** Records whose unposted words are read at once; those beyond are found by their postings, as they were before, until the worker has posted them. */
const mostUnposted = 1_000;
/** Changes after which reading all anew is cheaper than reading each. */
const mostChanges = 5_000;

/** How much a word says of records whose postings are out of date: place and worth by turns. */
type UnpostedWords = Map<string, number[]>;

/**
 * All published records in the memory of this process, for finding, counting and ordering: where each stands (its place) does not change
 * while it lives. It holds numbers alone; what readers see is read from the database.
 */
export class Catalogue {
  /** Columns by place. */
  ids = new Int32Array(0);
  earliest = new Int32Array(0);
  latest = new Int32Array(0);
  added = new Int32Array(0);
  segments = new Int32Array(0);
  /** The places that hold a published record. */
  live = new Bits(0);
  readonly values = new ValueTable();
  readonly places = new IdPlaces();
  /** Places given so far, also to records that are no longer published. */
  size = 0;
  /** Of the postings that the segments belong to; null where none were ever written. */
  generation: number | null = null;

  readonly #unposted = new Map<number, { words: readonly string[]; worths: readonly number[] }>();
  #unpostedWords: UnpostedWords = new Map();

  /** What unposted records say by this word: place and worth by turns. */
  unpostedWith(word: string): readonly number[] {
    return this.#unpostedWords.get(word) ?? [];
  }

  /** All words of unposted records. */
  unpostedTerms(): Iterable<string> {
    return this.#unpostedWords.keys();
  }

  placeOf = (id: number): number => this.places.of(id);

  /** Takes in records as they are read; those among `asked` that are not there are no longer published. */
  take(packed: Buffer, asked: readonly number[] | null): { written: number[]; unposted: number[] } {
    const count = packed.length / (4 * packedFields);
    this.#makeRoom(this.size + count);
    const seen = new Set<number>();
    const written: number[] = [];
    const unposted: number[] = [];
    for (let row = 0; row < count; row += 1) {
      const field = (index: number) => packed.readInt32BE((row * packedFields + index) * 4);
      const id = field(0);
      const place = this.#placeFor(id);
      this.ids[place] = id;
      this.earliest[place] = field(1);
      this.latest[place] = field(2);
      this.added[place] = field(3);
      this.segments[place] = field(4);
      this.live.add(place);
      if (field(5) === 1) unposted.push(id);
      seen.add(id);
      written.push(place);
    }
    for (const id of asked ?? []) {
      const place = this.places.of(id);
      if (seen.has(id) || place < 0) continue;
      this.live.remove(place);
      written.push(place);
    }
    for (const place of written) this.#unposted.delete(place);
    return { written, unposted };
  }

  /** Takes in the words of unposted records, which count instead of their postings. */
  takeWords(rows: readonly { id: number; words: readonly string[]; worths: readonly number[] }[]): void {
    for (const { id, words, worths } of rows) {
      const place = this.places.of(id);
      if (place < 0) continue;
      this.#unposted.set(place, { words, worths });
      this.segments[place] = 0;
    }
    this.#unpostedWords = new Map();
    for (const [place, { words, worths }] of this.#unposted)
      for (const [index, word] of words.entries()) {
        const held = this.#unpostedWords.get(word);
        const worth = worths[index] ?? 0;
        if (held) held.push(place, worth);
        else this.#unpostedWords.set(word, [place, worth]);
      }
  }

  get unpostedRecords(): number {
    return this.#unposted.size;
  }

  #placeFor(id: number): number {
    const known = this.places.of(id);
    if (known >= 0) return known;
    this.places.set(id, this.size);
    this.size += 1;
    return this.size - 1;
  }

  #makeRoom(size: number): void {
    if (size <= this.ids.length) return;
    const capacity = Math.max(size, Math.ceil(this.ids.length * 1.25));
    const grown = (column: Int32Array) => {
      const larger = new Int32Array(capacity);
      larger.set(column);
      return larger;
    };
    this.ids = grown(this.ids);
    this.earliest = grown(this.earliest);
    this.latest = grown(this.latest);
    this.added = grown(this.added);
    this.segments = grown(this.segments);
    const live = new Bits(capacity);
    live.words.set(this.live.words);
    this.live = live;
  }
}

/** A catalogue and how far it has followed the archive. */
type Kept = {
  readonly catalogue: Catalogue;
  /** The tag clock before the archive was last asked for changes; see `isCurrent`. */
  stamp: number;
  readonly database: string;
  point: ReadingPoint;
  /** The transaction of each change that was taken in and may be told of again. */
  readonly taken: Map<number, string>;
};

declare global {
  var archiveCatalogue: { kept: Kept | null; following: Promise<Catalogue> | null } | undefined;
}
// Next bundles its own copy of this module beside the server's; there is one catalogue for both.
const shared = (globalThis.archiveCatalogue ??= { kept: null, following: null });

/**
 * The catalogue as the archive is now: whatever was committed before the call is in it. The first call reads everything (some seconds
 * for hundreds of thousands of records), later ones what has changed.
 */
export async function presentCatalogue(): Promise<Catalogue> {
  if (shared.kept && isCurrent(shared.kept)) return shared.kept.catalogue;
  // Who comes while another follows the archive may have committed after that one asked; so it follows once more.
  await shared.following?.catch(() => undefined);
  shared.following ??= follow().finally(() => {
    shared.following = null;
  });
  return shared.following;
}

/**
 * Whether nothing has changed since the archive was asked. While news of changes arrive, every change that search shows has expired a tag,
 * and whoever saved one waits until each process has heard of it; a process that does not listen asks each time.
 */
const isCurrent = ({ stamp }: Kept): boolean => isTrusted() && tagClock.now === stamp;

/** The same, where the caller knows that the archive has gone on. */
export function doubtCatalogue(): void {
  if (shared.kept) shared.kept.stamp = -1;
}

async function follow(): Promise<Catalogue> {
  const kept = shared.kept;
  if (!kept) return readAll();
  const stamp = tagClock.now;
  const { database, point, generation, changed } = await findChanges(kept.point);
  if (database !== kept.database) return readAll();
  const news = changed.filter(({ id, by }) => kept.taken.get(id) !== by);
  const apart = kept.catalogue.values.changedRows;
  if (news.length > mostChanges || apart > mostChanges + kept.catalogue.size / 10) return readAll();
  if (news.length > 0)
    await readRecords(
      kept.catalogue,
      news.map(({ id }) => id),
    );
  kept.catalogue.generation = generation;
  kept.point = point;
  kept.stamp = stamp;
  kept.taken.clear();
  for (const { id, by } of changed) kept.taken.set(id, by);
  return kept.catalogue;
}

async function readAll(): Promise<Catalogue> {
  const stamp = tagClock.now;
  const { database, point, generation } = await findChanges(null);
  const catalogue = new Catalogue();
  const { unposted } = catalogue.take(await readCatalogueRecords(null), null);
  catalogue.values.fill(await readCatalogueValues(null), catalogue.size, catalogue.placeOf);
  catalogue.takeWords(await readUnpostedWords(unposted.slice(-mostUnposted)));
  catalogue.generation = generation;
  shared.kept = { catalogue, stamp, database, point, taken: new Map() };
  return catalogue;
}

async function readRecords(catalogue: Catalogue, ids: readonly number[]): Promise<void> {
  const [packed, values] = await Promise.all([readCatalogueRecords(ids), readCatalogueValues(ids)]);
  const { written, unposted } = catalogue.take(packed, ids);
  catalogue.values.rewrite(values, written, catalogue.placeOf);
  const room = mostUnposted - catalogue.unpostedRecords;
  catalogue.takeWords(await readUnpostedWords(unposted.slice(0, Math.max(0, room))));
}
