/**
 * Keeps searches from waiting for an engine that does not answer. After a failure the way is closed; a probe in the background,
 * at most one in `pauseMs`, opens it again.
 */
export class Breaker {
  #openedAt: number | null = null;
  #slow = 0;
  readonly #probe: () => Promise<boolean>;
  readonly #pauseMs: number;

  /** `probe` says whether the engine answers again; it must not throw. */
  constructor(probe: () => Promise<boolean>, pauseMs = 1_000) {
    this.#probe = probe;
    this.#pauseMs = pauseMs;
  }

  /** Whether to ask the engine now. While it is away this costs nothing but now and then a probe that nobody waits for. */
  isClosed(): boolean {
    if (this.#openedAt === null) return true;
    if (Date.now() - this.#openedAt >= this.#pauseMs) {
      this.#openedAt = Date.now();
      void this.#probe().then((answers) => {
        if (answers) this.succeeded();
      });
    }
    return false;
  }

  succeeded() {
    this.#openedAt = null;
    this.#slow = 0;
  }

  /** One refused connection is enough; slowness must show three times, for the engine may only be busy. */
  failed(kind: "away" | "slow") {
    this.#slow += 1;
    if (kind === "away" || this.#slow >= 3) this.#openedAt = Date.now();
  }
}
