import { isForCurator } from "@/lib/cache/render-scope";
import { env } from "@/lib/env";

type Bounds = {
  /** How many may be inside at once. */
  readonly atOnce: number;
  /** How many of these places only curators take. */
  readonly reserved: number;
  /** How many readers may wait, and how many curators besides. */
  readonly waiting: number;
  readonly patienceMs: number;
};

type Waiting = { admit: () => void };

/**
 * Lets only so much dear work go on at once, so that too many questions make some wait and then be refused, and not all of them
 * slow. Readers can fill all places but the reserved ones; curators take any and go ahead of those who wait.
 */
export class Gate {
  readonly #bounds: Bounds;
  readonly #queues: Readonly<Record<"curators" | "readers", Waiting[]>> = { curators: [], readers: [] };
  #inside = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /**
   * Resolves when there is a place, with the call that gives it back; with null when too many wait already or none became free in
   * time.
   */
  async enter(isCurator: boolean): Promise<(() => void) | null> {
    const queue = this.#queues[isCurator ? "curators" : "readers"];
    if (queue.length > 0 || !this.#hasPlaceFor(isCurator)) {
      if (queue.length >= this.#bounds.waiting || !(await this.#admitted(queue))) return null;
    } else {
      this.#inside += 1;
    }
    let isInside = true;
    return () => {
      if (isInside) this.#leave();
      isInside = false;
    };
  }

  /** Does the work inside for whoever the present request comes from; null when it was not let in. */
  async run<Result>(work: () => Promise<Result>): Promise<Result | null> {
    const leave = await this.enter(isForCurator());
    if (leave === null) return null;
    try {
      return await work();
    } finally {
      leave();
    }
  }

  #hasPlaceFor(isCurator: boolean): boolean {
    const { atOnce, reserved } = this.#bounds;
    return this.#inside < (isCurator ? atOnce : atOnce - reserved);
  }

  /** Whether a place was given before patience ran out; the place is then counted already. */
  #admitted(queue: Waiting[]): Promise<boolean> {
    return new Promise((resolve) => {
      const waiting: Waiting = { admit: () => undefined };
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(waiting), 1);
        resolve(false);
      }, this.#bounds.patienceMs);
      waiting.admit = () => {
        clearTimeout(timer);
        resolve(true);
      };
      queue.push(waiting);
    });
  }

  #leave() {
    this.#inside -= 1;
    for (const [queue, isCurator] of [
      [this.#queues.curators, true],
      [this.#queues.readers, false],
    ] as const) {
      while (queue.length > 0 && this.#hasPlaceFor(isCurator)) {
        this.#inside += 1;
        queue.shift()?.admit();
      }
    }
  }
}

/** What is said to whoever was not let in: seconds after which it is worth trying again. */
export const busySeconds = 10;

type Gates = {
  /** Searches under way. */
  readonly searches: Gate;
  /** Answers being sent whole; each holds the numbers of its records until its reader has them. */
  readonly downloads: Gate;
  /** Portions of such answers being read from the database, whose connections searches need too. */
  readonly portions: Gate;
};

// Pages and routes are bundled apart and may each load this module; all must pass the same gates.
declare global {
  var archiveSearchGates: Gates | undefined;
}

/** The gates of this process. */
export const gates = (): Gates => (globalThis.archiveSearchGates ??= makeGates());

function makeGates(): Gates {
  const { SEARCHES_AT_ONCE: atOnce, SEARCHES_WAITING: waiting } = env();
  return {
    searches: new Gate({
      atOnce,
      reserved: Math.max(1, Math.floor(atOnce / 4)),
      waiting,
      patienceMs: 5_000,
    }),
    downloads: new Gate({ atOnce: 16, reserved: 4, waiting: 0, patienceMs: 0 }),
    portions: new Gate({ atOnce: 3, reserved: 1, waiting: 16, patienceMs: 30_000 }),
  };
}
