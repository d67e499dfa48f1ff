import { expect, test } from "@playwright/test";
import { isMadeAnew, keptAddress } from "@/lib/server/kept-routes";

const addressOf = (url: string) => {
  const { pathname, searchParams } = new URL(url, "http://archive.test");
  return keptAddress(pathname, searchParams);
};

for (const [asked, kept] of [
  ["/", "/"],
  ["/?utm_source=letter", "/"],
  ["/collections", "/collections"],
  ["/collection/cuba?page=2", "/collection/cuba?page=2"],
  ["/collection/cuba?x=1&page=2", "/collection/cuba?page=2"],
  ["/people?letter=k&kind=person&page=2", "/people?page=2&letter=k&kind=person"],
  ["/people?kind=robot", "/people"],
  ["/people/castro-fidel?role=author&page=2", "/people/castro-fidel?page=2&role=author"],
  ["/years/1962?month=10", "/years/1962?month=10"],
  ["/years/1962?month=13", "/years/1962"],
  ["/theme/cuba?page=2", "/theme/cuba"],
  ["/collection/cuba?page=0", "/collection/cuba"],
  ["/collection/cuba?page=9999999", "/collection/cuba"],
  ["/places?letter=h&view=list&x=1", "/places?view=list&letter=h"],
  ["/places/cuba?within=no&year=1962", "/places/cuba?year=1962&within=no"],
  ["/map?part=europe&role=about", "/map?part=europe&role=about"],
  ["/map?part=atlantis&sort=size&region=Cuba!", "/map"],
  ["/document/a-letter?page=2", "/document/a-letter"],
] as const) {
  test(`${asked} is kept as ${kept}`, () => expect(addressOf(asked)).toBe(kept));
}

for (const path of [
  "/search?q=cuba",
  "/people?q=alexeev",
  "/people?letter=k&q=alexeev",
  "/map?from=1950&to=1959",
  "/subjects?under=Cuba",
  "/signin",
  "/admin",
  "/admin/records",
  "/document/a/b",
  "/document/a-letter.txt",
  "/collections/",
  "/api/auth/session",
]) {
  test(`${path} is not kept`, () => expect(addressOf(path)).toBeNull());
}

test("searches are public documents too, but made anew", () => {
  const made = (url: string) => {
    const { pathname, searchParams } = new URL(url, "http://archive.test");
    return isMadeAnew(pathname, searchParams);
  };
  for (const url of ["/search", "/search?q=cuba", "/people?letter=k&q=alexeev"]) expect(made(url)).toBe(true);
  for (const url of [
    "/search/x",
    "/people?letter=k",
    "/people/castro?q=a",
    "/signin?q=a",
    "/admin/records?q=a",
  ])
    expect(made(url)).toBe(false);
});
