import { expect, test } from "@playwright/test";
import { inWords, timeInWords } from "@/lib/cli/rebuild-progress";
import { rebuildInWords, waitingInWords } from "@/lib/curation/index-view";
import { differencesBetween } from "@/lib/search/check";
import { createPace } from "@/lib/search/pace";
import type { IndexStatus } from "@/lib/search/status";

test("jobs of the engine grow while they are over sooner than they may be, and shrink when they are not", () => {
  const pace = createPace("bulk");
  expect(pace.size()).toBe(100);
  pace.took(100, 100);
  expect(pace.size()).toBe(200);
  pace.took(200, 600);
  expect(pace.size()).toBe(200);
  pace.took(200, 1_200);
  expect(pace.size()).toBe(100);
});

test("jobs are smaller while somebody edits, but never so small that nothing gets done", () => {
  const pace = createPace("rebuild");
  pace.took(500, 2_000);
  expect(pace.size()).toBe(1_000);
  pace.sawEdits();
  pace.took(1_000, 2_000);
  expect(pace.size()).toBe(150);
  pace.took(150, 60_000);
  expect(pace.size()).toBe(100);
});

test("the end of a queue says nothing of larger jobs", () => {
  const pace = createPace("bulk");
  pace.took(3, 1);
  expect(pace.size()).toBe(100);
});

const documents = (...list: { id: number; title?: string; year?: readonly string[] }[]) =>
  new Map(list.map((document) => [document.id, document]));

for (const [name, wanted, held, difference] of [
  ["the same", documents({ id: 1, year: ["1962"] }), documents({ id: 1, year: ["1962"] }), []],
  ["missing", documents({ id: 1 }), documents(), [{ recordId: 1, kind: "missing", attributes: [] }]],
  ["surplus", documents(), documents({ id: 1 }), [{ recordId: 1, kind: "surplus", attributes: [] }]],
  [
    "stale in a text and in a list",
    documents({ id: 1, title: "A", year: ["1962"] }),
    documents({ id: 1, title: "B", year: ["1962", "1963"] }),
    [{ recordId: 1, kind: "stale", attributes: ["title", "year"] }],
  ],
  [
    "stale by an attribute that one lacks",
    documents({ id: 1 }),
    documents({ id: 1, title: "B" }),
    [{ recordId: 1, kind: "stale", attributes: ["title"] }],
  ],
] as const)
  test(`documents compared: ${name}`, () => {
    expect(differencesBetween(wanted, held)).toEqual(difference);
  });

test("progress is told with rate and time left, counted from where a rebuild was gone on with", () => {
  const step = { began: performance.now() - 10_000, from: 1_000 };
  expect(inWords(step, 3_000, 5_000)).toBe("3,000 of 5,000 (60 %), 200 a second, 10 s left");
  expect(inWords({ ...step, began: performance.now() }, 1_000, 5_000)).toBe("1,000 of 5,000 (20 %)");
});

for (const [seconds, words] of [
  [0.2, "1 s"],
  [59, "59 s"],
  [80, "1 min 20 s"],
  [7_500, "2 h 5 min"],
] as const)
  test(`a time left of ${seconds} seconds is "${words}"`, () => {
    expect(timeInWords(seconds)).toBe(words);
  });

const status = (state: { waiting?: number; seconds?: number; isRunning?: boolean }): IndexStatus => ({
  jobs: { waiting: state.waiting ?? 0, seconds: state.seconds ?? 0, failing: 0, failed: 0 },
  failures: [],
  engine: "ready",
  live: null,
  rebuild:
    state.isRunning === undefined
      ? null
      : {
          stage: "documents",
          done: 1_200,
          total: 31_408,
          startedAt: new Date(0),
          isRunning: state.isRunning,
        },
});

test("the desk says in words what waits and how far a rebuild is", () => {
  expect(waitingInWords(status({}))).toBe("nothing");
  expect(waitingInWords(status({ waiting: 1, seconds: 0.3 }))).toBe("1 change, the oldest for 1 second");
  expect(waitingInWords(status({ waiting: 12, seconds: 300 }))).toBe("12 changes, the oldest for 5 minutes");
  expect(waitingInWords(status({ waiting: 2, seconds: 7_300 }))).toBe("2 changes, the oldest for 2 hours");
  expect(rebuildInWords(status({}))).toBeNull();
  expect(rebuildInWords(status({ isRunning: true }))).toBe("documents, 1,200 of 31,408");
});
