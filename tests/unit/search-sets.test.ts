import { expect, test } from "@playwright/test";
import { Bits } from "@/lib/search/bits";
import { editDistance } from "@/lib/search/edit-distance";
import { IdPlaces } from "@/lib/search/id-places";
import { stretchOf } from "@/lib/search/selection";

/** A sequence that looks random and is the same each time (Lehmer). */
function numbers(count: number, below: number): number[] {
  let seed = 42;
  return Array.from({ length: count }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  });
}

test("sets of places hold, count and combine what is put in", () => {
  for (const size of [1, 31, 32, 33, 64, 1_000]) {
    const some = new Bits(size);
    const others = new Bits(size);
    const expected = {
      some: new Set(numbers(size / 2, size)),
      others: new Set(numbers(size, size).slice(size / 2)),
    };
    for (const place of expected.some) some.add(place);
    for (const place of expected.others) others.add(place);
    const sorted = (places: Iterable<number>) => [...places].toSorted((a, b) => a - b);
    expect([...some.places()]).toEqual(sorted(expected.some));
    expect(some.count()).toBe(expected.some.size);
    expect([...some.copy().and(others).places()]).toEqual(
      sorted([...expected.some].filter((n) => expected.others.has(n))),
    );
    expect([...some.copy().or(others).places()]).toEqual(
      sorted(new Set([...expected.some, ...expected.others])),
    );
    expect([...some.copy().without(others).places()]).toEqual(
      sorted([...expected.some].filter((n) => !expected.others.has(n))),
    );
    expect(Bits.full(size).count()).toBe(size);
    for (const place of expected.some) some.remove(place);
    expect(some.count()).toBe(0);
  }
});

test("a stretch of an order is what sorting everything would give", () => {
  const values = numbers(5_000, 700);
  const compare = (a: number, b: number) => (values[a] ?? 0) - (values[b] ?? 0) || a - b;
  const sorted = values.map((_, place) => place).toSorted(compare);
  for (const [from, to] of [
    [0, 20],
    [2_480, 2_500],
    [4_980, 5_000],
    [4_990, 9_000],
    [0, 5_000],
    [6_000, 6_020],
    [7, 7],
  ] as const)
    expect([...stretchOf(Int32Array.from(sorted.keys()), compare, from, to)]).toEqual(sorted.slice(from, to));
});

test("ids may leave gaps of any width", () => {
  const places = new IdPlaces();
  const ids = [1, 4_095, 4_096, 70_000, 2_147_483_647];
  for (const [place, id] of ids.entries()) places.set(id, place);
  expect(ids.map((id) => places.of(id))).toEqual([0, 1, 2, 3, 4]);
  expect([0, 2, 4_097, 2_000_000_000].map((id) => places.of(id))).toEqual([-1, -1, -1, -1]);
});

test("slips between words are counted", () => {
  for (const [a, b, slips] of [
    ["missil", "missl", 1],
    ["missil", "misisl", 1],
    ["casto", "castro", 1],
    ["agress", "aggress", 1],
    ["kruschev", "khrushchev", 2],
    ["same", "same", 0],
    ["", "ab", 2],
    ["хрущев", "хрущов", 1],
  ] as const)
    expect(editDistance(a, b), `${a} ${b}`).toBe(slips);
});
