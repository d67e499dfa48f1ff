import { expect, test } from "@playwright/test";
import { keptAddress } from "@/lib/server/kept-routes";

const addressOf = (url: string) => {
  const { pathname, searchParams } = new URL(url, "http://archive.test");
  return keptAddress(pathname, searchParams);
};

for (const [asked, kept] of [
  ["/", "/"],
  ["/?utm_source=letter", "/"],
  ["/collections", "/collections"],
  ["/collection/cuba?page=2", "/collection/cuba?page=2"],
  ["/collection/cuba?sort=title&page=2&x=1", "/collection/cuba?page=2&sort=title"],
  ["/collection/cuba?page=2&sort=title", "/collection/cuba?page=2&sort=title"],
  ["/collection/cuba?page=0", "/collection/cuba"],
  ["/collection/cuba?page=9999999", "/collection/cuba"],
  ["/document/a-letter?page=2", "/document/a-letter"],
] as const) {
  test(`${asked} is kept as ${kept}`, () => expect(addressOf(asked)).toBe(kept));
}

for (const path of [
  "/search?q=cuba",
  "/signin",
  "/admin",
  "/admin/records",
  "/document/a/b",
  "/collections/",
  "/api/auth/session",
]) {
  test(`${path} is not kept`, () => expect(addressOf(path)).toBeNull());
}
