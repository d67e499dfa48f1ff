import { expect, test } from "@playwright/test";
import { ByteLru } from "@/lib/cache/byte-lru";

const value = (bytes: number) => ({ bytes });

test("it never holds more bytes than allowed and forgets what was unused for longest", () => {
  const lru = new ByteLru(100);
  for (const key of ["a", "b", "c", "d"]) lru.set(key, value(25));
  lru.get("a");
  lru.set("e", value(25));
  expect(lru.get("b")).toBeUndefined();
  expect(lru.get("a")).toBeDefined();
  expect(lru.bytes).toBe(100);
  expect(lru.size).toBe(4);
});

test("replacing and deleting keep the count right", () => {
  const lru = new ByteLru(100);
  lru.set("a", value(20));
  lru.set("a", value(10));
  expect(lru.bytes).toBe(10);
  lru.delete("a");
  lru.delete("a");
  expect(lru.bytes).toBe(0);
});

test("one value cannot push out all the others", () => {
  const lru = new ByteLru(100);
  lru.set("a", value(20));
  lru.set("huge", value(90));
  expect(lru.get("huge")).toBeUndefined();
  expect(lru.get("a")).toBeDefined();
});
