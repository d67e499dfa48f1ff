/** A set of places, one bit each. Sets that are combined must be of one size. */
export class Bits {
  readonly words: Uint32Array;
  readonly size: number;

  constructor(size: number) {
    this.size = size;
    this.words = new Uint32Array(Math.ceil(size / 32));
  }

  /** All places. */
  static full(size: number): Bits {
    const bits = new Bits(size);
    bits.words.fill(0xffff_ffff);
    const rest = size % 32;
    if (rest > 0) bits.words[bits.words.length - 1] = 2 ** rest - 1;
    return bits;
  }

  add(place: number): void {
    const index = place >>> 5;
    this.words[index] = (this.words[index] ?? 0) | (1 << (place & 31));
  }

  remove(place: number): void {
    const index = place >>> 5;
    this.words[index] = (this.words[index] ?? 0) & ~(1 << (place & 31));
  }

  has(place: number): boolean {
    return (((this.words[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  }

  copy(): Bits {
    const bits = new Bits(this.size);
    bits.words.set(this.words);
    return bits;
  }

  /** Keeps what is in the other too; answers itself, as the next two do. */
  and(other: Bits): this {
    for (let index = 0; index < this.words.length; index += 1)
      this.words[index] = (this.words[index] ?? 0) & (other.words[index] ?? 0);
    return this;
  }

  or(other: Bits): this {
    for (let index = 0; index < this.words.length; index += 1)
      this.words[index] = (this.words[index] ?? 0) | (other.words[index] ?? 0);
    return this;
  }

  /** Takes out what is in the other. */
  without(other: Bits): this {
    for (let index = 0; index < this.words.length; index += 1)
      this.words[index] = (this.words[index] ?? 0) & ~(other.words[index] ?? 0);
    return this;
  }

  count(): number {
    let count = 0;
    for (let word of this.words) {
      word -= (word >>> 1) & 0x5555_5555;
      word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333);
      count += (((word + (word >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24;
    }
    return count;
  }

  /** The places, in order. */
  places(): Int32Array {
    const places = new Int32Array(this.count());
    let next = 0;
    this.each((place) => {
      places[next] = place;
      next += 1;
    });
    return places;
  }

  /** Visits the places, in order. */
  each(visit: (place: number) => void): void {
    const { words } = this;
    for (let index = 0; index < words.length; index += 1)
      for (let rest = words[index] ?? 0; rest !== 0; rest &= rest - 1)
        visit(index * 32 + 31 - Math.clz32(rest & -rest));
  }
}
