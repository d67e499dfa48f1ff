import { expect, test } from "@playwright/test";
import { emptyScope, inScope } from "@/lib/cache/render-scope";
import { Gate } from "@/lib/search/gate";

const gate = (bounds: Partial<ConstructorParameters<typeof Gate>[0]> = {}) =>
  new Gate({ atOnce: 4, reserved: 1, waiting: 2, patienceMs: 5_000, ...bounds });

/** Lets in so many at once. */
const fill = (to: Gate, number: number, isCurator = false) =>
  Promise.all(Array.from({ length: number }, () => to.enter(isCurator)));

test("readers leave the reserved place to curators", async () => {
  const searches = gate({ waiting: 0 });
  const inside = await fill(searches, 5);
  expect(inside.filter((leave) => leave !== null)).toHaveLength(3);
  expect(await searches.enter(true)).not.toBeNull();
  expect(await searches.enter(true)).toBeNull();
});

test("who waits is let in when somebody leaves, curators first, readers in their order", async () => {
  const searches = gate();
  const leaves = [...(await fill(searches, 3)), await searches.enter(true)];
  const order: string[] = [];
  const wait = (name: string, isCurator: boolean) =>
    searches.enter(isCurator).then((leave) => {
      order.push(name);
      leave?.();
    });
  const all = [wait("reader 1", false), wait("reader 2", false), wait("curator", true)];
  for (const leave of leaves) leave?.();
  await Promise.all(all);
  expect(order).toEqual(["curator", "reader 1", "reader 2"]);
});

test("too many who wait are refused at once, and those who wait too long after a while", async () => {
  const searches = gate({ patienceMs: 30 });
  const inside = await fill(searches, 3);
  const waiting = fill(searches, 2);
  expect(await searches.enter(false)).toBeNull();
  expect(await waiting).toEqual([null, null]);
  for (const leave of inside) leave?.();
  expect(await fill(searches, 3)).not.toContain(null);
});

test("a place is given back once, whatever happens inside", async () => {
  const searches = gate({ atOnce: 2, waiting: 0 });
  const leave = await searches.enter(false);
  leave?.();
  leave?.();
  await expect(searches.run(() => Promise.reject(new Error("within")))).rejects.toThrow("within");
  expect(await searches.run(() => Promise.resolve("done"))).toBe("done");
  const held = await searches.enter(false);
  expect(await searches.run(() => Promise.resolve("done"))).toBeNull();
  expect(await inScope(emptyScope(true), () => searches.run(() => Promise.resolve("curator")))).toBe(
    "curator",
  );
  held?.();
});

test("many readers never keep a curator waiting for more than the work of one place", async () => {
  const searches = gate({ waiting: 500 });
  let done = 0;
  const work = async (isCurator: boolean) => {
    const leave = await searches.enter(isCurator);
    await new Promise((resolve) => setTimeout(resolve, 2));
    done += 1;
    leave?.();
  };
  const flood = Array.from({ length: 300 }, () => work(false));
  await work(true);
  expect(done).toBeLessThan(20);
  await Promise.all(flood);
  expect(done).toBe(301);
});
