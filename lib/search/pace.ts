/**
 * How long one job of the engine may take, by what it is for and whether somebody edits, and how many documents it has at least: each
 * job costs something whatever its size, so that smaller ones would bring less done and hardly be over sooner.
 */
const kinds = {
  bulk: { calm: { ms: 600, fewest: 100 }, hurried: { ms: 300, fewest: 50 }, most: 1_000 },
  rebuild: { calm: { ms: 4_000, fewest: 500 }, hurried: { ms: 300, fewest: 100 }, most: 5_000 },
} as const;

/** Edits are expected to go on for this long after the last. */
const editingMs = 30_000;

/** Finds out how many documents keep the engine busy for the time that they may. */
export type Pace = {
  /** How many documents to send next. */
  size(): number;
  /** Learns from what was sent: so many documents, done in so many milliseconds. */
  took(documents: number, milliseconds: number): void;
  /** Is told whenever somebody edits. */
  sawEdits(): void;
};

/**
 * The engine works off one job after the other, whatever it is for, so that an edit waits for the job before it. How long documents take
 * depends on their length, on the index and on the machine; it is measured as they go.
 */
export function createPace(kind: keyof typeof kinds): Pace {
  const { calm, hurried, most } = kinds[kind];
  let size: number = calm.fewest;
  let editedAt = Number.NEGATIVE_INFINITY;
  return {
    size: () => size,
    took(documents, milliseconds) {
      const { ms, fewest } = performance.now() - editedAt < editingMs ? hurried : calm;
      const fitting = documents * (ms / Math.max(milliseconds, 1));
      // The end of a queue, done quickly, tells nothing of larger jobs.
      if (documents < size && fitting > size) return;
      size = Math.round(Math.min(Math.max(fitting, fewest), size * 2, most));
    },
    sawEdits() {
      editedAt = performance.now();
    },
  };
}
