import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { streamOf } from "@/lib/exports/stream";

/** A source that counts what it made and says whether it was ended. */
function source(pieces: number) {
  const seen = { made: 0, isEnded: false };
  async function* make() {
    try {
      for (; seen.made < pieces;) yield `${(seen.made += 1)},`;
    } finally {
      seen.isEnded = true;
    }
  }
  return { seen, pieces: make() };
}

test("a piece is made only when the one before was taken", async () => {
  const { seen, pieces } = source(1_000);
  let ends = 0;
  const reader = streamOf(pieces, { onEnd: () => (ends += 1), stallMs: 10_000 }).getReader();
  await sleep(20);
  expect(seen.made).toBe(0);
  await reader.read();
  await reader.read();
  await sleep(20);
  expect(seen.made).toBe(2);
  await reader.cancel();
  expect(seen).toEqual({ made: 2, isEnded: true });
  expect(ends).toBe(1);
});

test("a stream that is read to its end ends once", async () => {
  const { seen, pieces } = source(3);
  let ends = 0;
  const text = await new Response(streamOf(pieces, { onEnd: () => (ends += 1), stallMs: 10_000 })).text();
  expect(text).toBe("1,2,3,");
  expect(seen.isEnded).toBe(true);
  expect(ends).toBe(1);
});

test("a reader who stops reading is cut off", async () => {
  const { seen, pieces } = source(1_000);
  let ends = 0;
  const reader = streamOf(pieces, { onEnd: () => (ends += 1), stallMs: 30 }).getReader();
  await reader.read();
  await sleep(80);
  await expect(reader.read()).rejects.toThrow("without reading");
  expect(seen.isEnded).toBe(true);
  expect(ends).toBe(1);
});

test("a failure breaks the answer off", async () => {
  async function* failing() {
    yield "1,";
    throw new Error("the database went away");
  }
  let ends = 0;
  const answer = new Response(streamOf(failing(), { onEnd: () => (ends += 1), stallMs: 10_000 }));
  await expect(answer.text()).rejects.toThrow("went away");
  expect(ends).toBe(1);
});
