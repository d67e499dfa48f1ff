import { dimensions, type Dimension, type PackedValue } from "@/db/queries/search-catalogue";
import { Bits } from "./bits";

/** A value of a dimension. */
type Value = { readonly dimension: number; readonly value: string };

/** A value and how many of the counted records have it. */
export type CountedValue = readonly [value: string, count: number];

/** How many of some records have each value. */
export type ValueCounts = {
  readonly of: (dimension: Dimension, value: string) => number;
  /** All values that any of them has, in no order. */
  readonly all: (dimension: Dimension) => CountedValue[];
  /** The most frequent values, and how many there are in all. */
  readonly most: (
    dimension: Dimension,
    wanted: number,
  ) => { readonly values: readonly CountedValue[]; readonly total: number };
};

const keyOf = (dimension: number, value: string) => `${dimension}:${value}`;
const noValues = new Uint32Array(0);

/**
 * Which values each record has, of all dimensions in one table: a row of value numbers for each place, one after the other, and rows that
 * were written since apart. Counting reads it once for all facets.
 */
export class ValueTable {
  readonly #values: Value[] = [];
  readonly #numbers = new Map<string, number>();
  /** The numbers of the values of each dimension. */
  readonly #ofDimension: number[][] = dimensions.map(() => []);
  #starts = new Uint32Array(1);
  #row = noValues;
  readonly #changed = new Map<number, Uint32Array>();

  /** Rows that stand apart; many make reading slower. */
  get changedRows(): number {
    return this.#changed.size;
  }

  #numberOf(dimension: number, value: string): number {
    const key = keyOf(dimension, value);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#values.length;
    this.#values.push({ dimension, value });
    this.#numbers.set(key, number);
    this.#ofDimension[dimension]?.push(number);
    return number;
  }

  /** Fills an empty table; `placeOf` says where a record stands, and below 0 that it does not. */
  fill(packed: readonly PackedValue[], places: number, placeOf: (id: number) => number): void {
    const starts = new Uint32Array(places + 1);
    eachLink(packed, placeOf, (place) => {
      starts[place + 1] = (starts[place + 1] ?? 0) + 1;
    });
    for (let place = 0; place < places; place += 1)
      starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
    const row = new Uint32Array(starts[places] ?? 0);
    const next = starts.slice();
    eachLink(packed, placeOf, (place, { dimension, value }) => {
      const at = next[place] ?? 0;
      row[at] = this.#numberOf(dimension, value);
      next[place] = at + 1;
    });
    this.#starts = starts;
    this.#row = row;
  }

  /** Writes the rows of some places anew; those without a value lose theirs. */
  rewrite(packed: readonly PackedValue[], written: readonly number[], placeOf: (id: number) => number): void {
    const rows = new Map<number, number[]>(written.map((place) => [place, []]));
    eachLink(packed, placeOf, (place, { dimension, value }) => {
      rows.get(place)?.push(this.#numberOf(dimension, value));
    });
    for (const [place, row] of rows) this.#changed.set(place, Uint32Array.from(row));
  }

  /** How many of the places have each value. */
  count(places: Int32Array): ValueCounts {
    const counts = new Uint32Array(this.#values.length);
    const starts = this.#starts;
    const row = this.#row;
    for (const place of places) {
      const changed = this.#changed.size > 0 ? this.#changed.get(place) : undefined;
      if (changed) {
        for (const number of changed) counts[number] = (counts[number] ?? 0) + 1;
        continue;
      }
      const end = starts[place + 1] ?? 0;
      for (let at = starts[place] ?? end; at < end; at += 1) {
        const number = row[at] ?? 0;
        counts[number] = (counts[number] ?? 0) + 1;
      }
    }
    return {
      of: (dimension, value) =>
        counts[this.#numbers.get(keyOf(dimensions.indexOf(dimension), value)) ?? -1] ?? 0,
      all: (dimension) => {
        const found: CountedValue[] = [];
        for (const number of this.#ofDimension[dimensions.indexOf(dimension)] ?? []) {
          const count = counts[number] ?? 0;
          if (count > 0) found.push([this.#values[number]?.value ?? "", count]);
        }
        return found;
      },
      most: (dimension, wanted) => this.#most(counts, dimensions.indexOf(dimension), wanted),
    };
  }

  #most(counts: Uint32Array, dimension: number, wanted: number): { values: CountedValue[]; total: number } {
    const first: number[] = [];
    let total = 0;
    let lowest = 0;
    // Equally frequent values stand in the order in which the archive came to know them.
    for (const number of this.#ofDimension[dimension] ?? []) {
      const count = counts[number] ?? 0;
      if (count === 0) continue;
      total += 1;
      if (count <= lowest) continue;
      const at = first.findIndex((other) => (counts[other] ?? 0) < count);
      first.splice(at < 0 ? first.length : at, 0, number);
      if (first.length > wanted) first.pop();
      if (first.length === wanted) lowest = counts[first[wanted - 1] ?? 0] ?? 0;
    }
    return { values: first.map((number) => [this.#values[number]?.value ?? "", counts[number] ?? 0]), total };
  }

  /** The places that have any of the values. */
  having(dimension: Dimension, values: readonly string[], places: number): Bits {
    const bits = new Bits(places);
    const wanted = new Uint8Array(this.#values.length);
    for (const value of values) {
      const number = this.#numbers.get(keyOf(dimensions.indexOf(dimension), value));
      if (number !== undefined) wanted[number] = 1;
    }
    if (!wanted.includes(1)) return bits;
    const row = this.#row;
    const known = Math.min(places, this.#starts.length - 1);
    for (let place = 0; place < known; place += 1) {
      const end = this.#starts[place + 1] ?? 0;
      for (let at = this.#starts[place] ?? end; at < end; at += 1) {
        if (wanted[row[at] ?? 0] === 1) {
          bits.add(place);
          break;
        }
      }
    }
    for (const [place, changed] of this.#changed) {
      if (place >= places) continue;
      if (changed.some((number) => wanted[number] === 1)) bits.add(place);
      else bits.remove(place);
    }
    return bits;
  }
}

function eachLink(
  packed: readonly PackedValue[],
  placeOf: (id: number) => number,
  visit: (place: number, value: Value) => void,
): void {
  for (const { dimension, value, ids } of packed) {
    const entry = { dimension: dimensions.indexOf(dimension), value };
    for (let at = 0; at < ids.length; at += 4) {
      const place = placeOf(ids.readInt32BE(at));
      if (place >= 0) visit(place, entry);
    }
  }
}
