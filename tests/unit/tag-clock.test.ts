import { expect, test } from "@playwright/test";
import { everything } from "@/lib/archive/cache-tags";
import { packTags, unpackTags } from "@/lib/archive/tag-messages";
import { isFresh, markExpired, tagClock } from "@/lib/cache/tag-clock";

test("what was made before a tag expired is no longer fresh, what is made after it is", () => {
  const before = tagClock.now;
  markExpired(["record:1"]);
  expect(isFresh(["record:1"], before)).toBe(false);
  expect(isFresh(["record:2"], before)).toBe(true);
  expect(isFresh(["record:1"], tagClock.now)).toBe(true);
});

test("the tag for everything expires whatever was made before", () => {
  const before = tagClock.now;
  markExpired([everything]);
  expect(isFresh([], before)).toBe(false);
  expect(isFresh([], tagClock.now)).toBe(true);
});

test("the memory of expired tags is bounded, and what it forgets counts as expired", () => {
  const before = tagClock.now;
  for (let n = 0; n < 120_000; n += 1) markExpired([`record:${n}`]);
  expect(tagClock.expiredAt.size).toBeLessThanOrEqual(50_000);
  expect(isFresh(["record:1"], before)).toBe(false);
  expect(isFresh(["never expired"], before)).toBe(false);
  expect(isFresh(["record:1"], tagClock.now)).toBe(true);
});

test("many tags travel in several payloads below PostgreSQL's limit, the last with the id", () => {
  const tags = Array.from({ length: 3_000 }, (_, n) => `document:история-${n}`);
  const payloads = packTags(tags, "the-id");
  expect(payloads.length).toBeGreaterThan(1);
  for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000);
  expect(payloads.flatMap((payload) => unpackTags(payload).tags)).toEqual(tags);
  expect(payloads.map((payload) => unpackTags(payload).id).filter(Boolean)).toEqual(["the-id"]);
  expect(unpackTags(payloads.at(-1) ?? "").id).toBe("the-id");
});

test("a tag that is too long is refused, an unreadable payload expires everything", () => {
  expect(() => packTags(["x".repeat(257)])).toThrow(RangeError);
  expect(unpackTags("record:1").tags).toEqual([everything]);
  expect(unpackTags('{"tags":"record:1"}').tags).toEqual([everything]);
});
