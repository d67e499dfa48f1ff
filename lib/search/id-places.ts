const bits = 12;
const pageSize = 2 ** bits;

/** The place of each record by its id: an array in pages, so that ids may leave wide gaps. */
export class IdPlaces {
  readonly #pages = new Map<number, Int32Array>();
  #dense: (Int32Array | undefined)[] = [];

  /** The place of an id; -1 where it has none. */
  of(id: number): number {
    const page = id >>> bits;
    const found = page < this.#dense.length ? this.#dense[page] : this.#pages.get(page);
    return (found?.[id & (pageSize - 1)] ?? 0) - 1;
  }

  set(id: number, place: number): void {
    const page = id >>> bits;
    let found = this.#pages.get(page);
    if (!found) {
      found = new Int32Array(pageSize);
      this.#pages.set(page, found);
      // The first pages are looked up without a hash; wild ids keep to the map.
      if (page < pageSize) this.#dense[page] = found;
    }
    found[id & (pageSize - 1)] = place + 1;
  }
}
