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
  ["/people?letter=щ&sort=records&all=yes", "/people?letter=%D1%89&sort=records&all=yes"],
  ["/people?letter=K&sort=title&all=1", "/people"],
  ["/people/castro-fidel/correspondents?page=2&sort=title", "/people/castro-fidel/correspondents?page=2"],
  ["/people/castro-fidel/with/rusk-dean?show=sent&x=1", "/people/castro-fidel/with/rusk-dean?show=sent"],
  ["/people/castro-fidel/with/rusk-dean?show=all", "/people/castro-fidel/with/rusk-dean"],
  ["/people/castro-fidel?role=author&page=2", "/people/castro-fidel?page=2&role=author"],
  ["/years/1962?month=10", "/years/1962?month=10"],
  ["/years/1962?month=13", "/years/1962"],
  ["/years/1962/10?part=perhaps&sort=order&x=1", "/years/1962/10?sort=order&part=perhaps"],
  ["/years/1962/10/27?year=1962", "/years/1962/10/27"],
  ["/on-this-day/10-27?sort=title", "/on-this-day/10-27?sort=title"],
  ["/languages?sort=records&page=2", "/languages?sort=records"],
  ["/document-types/report?sort=size&year=1962", "/document-types/report?year=1962"],
  ["/coverage?by=language&page=3", "/coverage?by=language"],
  ["/search/help?q=words", "/search/help"],
  ["/coverage?by=size", "/coverage"],
  ["/collection/cuba/finding-aid?page=2&sort=title", "/collection/cuba/finding-aid?page=2"],
  ["/collection/cuba?sort=-date&year=1962&page=2", "/collection/cuba?page=2&sort=-date&year=1962"],
  ["/theme/cuba?page=2", "/theme/cuba"],
  ["/collection/cuba?page=0", "/collection/cuba"],
  ["/collection/cuba?page=9999999", "/collection/cuba"],
  [
    "/repositories/rgani/f.%205/op.%2049/d.%20131?page=2",
    "/repositories/rgani/f.%205/op.%2049/d.%20131?page=2",
  ],
  ["/repositories?sort=records&page=2", "/repositories?sort=records"],
  ["/repositories/rgani?part=2&x=1", "/repositories/rgani?part=2"],
  // Where no page can be, the answer is a whole page of ours that says so.
  ["/repositories/rgani/-/-/-/-/-?x=1", "/repositories/rgani/-/-/-/-/-"],
  ["/document/a-letter/scans/nought", "/document/a-letter/scans/nought"],
  ["/document/a.letter/read", "/document/a.letter/read"],
  ["/places?letter=h&view=list&x=1", "/places?view=list&letter=h"],
  ["/places/cuba?within=no&year=1962", "/places/cuba?year=1962&within=no"],
  ["/map?part=europe&role=about", "/map?part=europe&role=about"],
  ["/map?part=atlantis&sort=size&region=Cuba!", "/map"],
  ["/document/a-letter?page=2", "/document/a-letter"],
  ["/document/a-letter?q=words", "/document/a-letter"],
  [
    "/document/a-letter/read?page=2&right=t12&left=scan",
    "/document/a-letter/read?left=scan&right=t12&page=2",
  ],
  ["/document/a-letter/read?left=t0&right=x", "/document/a-letter/read"],
] as const) {
  test(`${asked} is kept as ${kept}`, () => expect(addressOf(asked)).toBe(kept));
}

for (const path of [
  "/search?q=cuba",
  "/people?q=alexeev",
  "/people?letter=k&q=alexeev",
  "/map?from=1950&to=1959",
  "/repositories/rgani?q=fonds",
  "/subjects?under=Cuba",
  "/signin",
  "/admin",
  "/admin/records",
  "/document/a/b",
  "/document/a-letter.txt",
  "/collections/",
  "/on-this-day",
  "/api/auth/session",
]) {
  test(`${path} is not kept`, () => expect(addressOf(path)).toBeNull());
}

test("searches are public documents too, but made anew", () => {
  const made = (url: string) => {
    const { pathname, searchParams } = new URL(url, "http://archive.test");
    return isMadeAnew(pathname, searchParams);
  };
  for (const url of [
    "/search",
    "/search?q=cuba",
    "/search?q=cuba&format=",
    "/people?letter=k&q=alexeev",
    "/searches/letters",
    "/search/facets/person?q=cuba&find=k",
  ])
    expect(made(url)).toBe(true);
  for (const url of [
    "/search/x",
    "/search/suggest?q=cu",
    "/search?q=cuba&format=csv",
    "/search?format=&format=csv",
    "/searches/letters/feed.atom",
    "/people?letter=k",
    "/people/castro?q=a",
    "/signin?q=a",
    "/admin/records?q=a",
  ])
    expect(made(url)).toBe(false);
});
