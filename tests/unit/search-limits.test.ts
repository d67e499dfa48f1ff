import { expect, test } from "@playwright/test";
import { networkOf, searchCost } from "@/lib/server/search-limits";
import { TokenBuckets } from "@/lib/server/token-buckets";

test("a bucket takes a burst, then what flows in, and says how long to wait", () => {
  let now = 0;
  const buckets = new TokenBuckets(60, 100, () => now);
  for (let number = 0; number < 60; number += 1) expect(buckets.take("a", 1)).toBeNull();
  expect(buckets.take("a", 1)).toBe(1);
  expect(buckets.take("a", 10)).toBe(10);
  expect(buckets.take("b", 1)).toBeNull();
  now = 2_000;
  expect(buckets.take("a", 1)).toBeNull();
  expect(buckets.take("a", 1)).toBeNull();
  expect(buckets.take("a", 1)).toBe(1);
  now = 3_600_000;
  expect(buckets.take("a", 60)).toBeNull();
  expect(buckets.take("a", 1)).toBe(1);
});

test("no number of senders makes the buckets grow beyond their bound", () => {
  const buckets = new TokenBuckets(1, 3, () => 0);
  for (const sender of ["a", "b", "c"]) buckets.take(sender, 1);
  expect(buckets.take("a", 1)).toBe(60);
  buckets.take("d", 1);
  // "b" was not heard of for longest and is forgotten; "a" is not.
  expect(buckets.take("a", 1)).toBe(60);
  expect(buckets.take("b", 1)).toBeNull();
});

test.describe("what is asked for has its cost", () => {
  for (const [address, cost] of [
    ["/search", 1],
    ["/search?q=a&page=2", 1],
    ["/search/facets/person?q=a", 1],
    ["/search/suggest?q=a", 0.1],
    ["/search?q=a&format=csv", 10],
    ["/search?q=a&format=RIS", 10],
    ["/search?q=a&format=json", 10],
    ["/search?q=a&format=json&page=1", 1],
    ["/search?q=a&format=atom", 1],
    ["/searches/letters/feed.atom", 1],
    ["/searches", 0],
    ["/document/a?q=search", 0],
    ["/", 0],
  ] as const) {
    test(address, () => {
      const { pathname, searchParams } = new URL(address, "https://archive.example");
      expect(searchCost(pathname, searchParams)).toBe(cost);
    });
  }
});

test.describe("an address stands for its network", () => {
  for (const [address, network] of [
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002:ffff::", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["", "::/64"],
  ] as const) {
    test(address || "(none)", () => expect(networkOf(address)).toBe(network));
  }
});
