/** A map that holds at most so many bytes and forgets what was not used for longest. */
export class ByteLru<Value extends { readonly bytes: number }> {
  readonly #entries = new Map<string, Value>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  /** The bytes held now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The entries held now. */
  get size(): number {
    return this.#entries.size;
  }

  /** The value, which counts as used now. */
  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  /** Keeps the value unless it alone is larger than a quarter of all there is room for. */
  set(key: string, value: Value): void {
    this.delete(key);
    if (value.bytes > this.#limit / 4) return;
    this.#entries.set(key, value);
    this.#bytes += value.bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const value = this.#entries.get(key);
    if (value === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= value.bytes;
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }
}
