type Bucket = { tokens: number; at: number };

/**
 * How much each of many senders may still ask for: a bucket of tokens that fills steadily, so that a burst is possible and a flood is
 * not. Buckets of senders that were not heard of for longest are forgotten when there are too many; they would be full by then, or
 * nearly.
 */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #perMinute: number;
  readonly #most: number;
  readonly #now: () => number;

  /** A full bucket holds what flows in within a minute. `now` is in milliseconds. */
  constructor(perMinute: number, most = 50_000, now: () => number = () => performance.now()) {
    this.#perMinute = perMinute;
    this.#most = most;
    this.#now = now;
  }

  /** Takes tokens out of the sender's bucket: null where there were enough, else the seconds until there are, and nothing is taken. */
  take(sender: string, tokens: number): number | null {
    const now = this.#now();
    const before = this.#buckets.get(sender) ?? { tokens: this.#perMinute, at: now };
    const filled = Math.min(this.#perMinute, before.tokens + ((now - before.at) * this.#perMinute) / 60_000);
    const isEnough = filled >= tokens;
    // Put in anew, so that the order of the map is that of when they were last heard of.
    this.#buckets.delete(sender);
    this.#buckets.set(sender, { tokens: isEnough ? filled - tokens : filled, at: now });
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= this.#most) break;
      this.#buckets.delete(oldest);
    }
    return isEnough ? null : Math.ceil(((tokens - filled) * 60) / this.#perMinute);
  }
}
