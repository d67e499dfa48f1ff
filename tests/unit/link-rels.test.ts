import { expect, test } from "@playwright/test";
import { relOf } from "@/lib/archive/hrefs";

for (const [href, rel] of [
  ["/people", undefined],
  ["/people?page=3", undefined],
  ["/repositories/rgani?page=2&part=2", undefined],
  ["/people/castro-fidel#records", undefined],
  ["/people?letter=k", "nofollow"],
  ["/people?letter=k&page=2", "nofollow"],
  ["/places/cuba?year=1962#records", "nofollow"],
  ["/search?q=cuba", "nofollow"],
] as const) {
  test(`${href} is ${rel ?? "followed"}`, () => expect(relOf(href)).toBe(rel));
}
