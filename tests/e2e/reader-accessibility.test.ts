import { expect, expectAccessible, test } from "@/tests/fixtures/reader";

const pages = [
  "/",
  "/collections",
  "/collection/cuba-arms-transfers-and-the-missile-crisis-1959-1962",
  "/document/conversation-between-the-cuban-leadership-and-mikoyan",
  "/document/how-this-archive-describes-a-document",
  "/document/notice-to-readers",
  "/document/notice-to-readers/read",
  "/document/how-this-archive-describes-a-document/read?left=scan",
  "/document/notice-to-readers/scans/2",
  "/document/note-on-names-and-their-spellings/scans/1",
  "/document/first-notice-to-readers",
  "/document/nothing-here",
  "/people",
  "/people?q=Khrushchov",
  "/people/castro-fidel",
  "/people/alekseev-aleksandr-ivanovich",
  "/people/alekseev-aleksandr-ivanovich/correspondents",
  "/people/alekseev-aleksandr-ivanovich/with/gromyko-andrei-andreevich",
  "/places",
  "/places?view=list",
  "/places/cuba",
  "/places/cuba?within=no&year=1962",
  "/map",
  "/map?part=europe",
  "/map?from=1066&to=1067",
  "/subjects",
  "/subjects?view=list",
  "/subjects/cuba-foreign-relations",
  "/repositories",
  "/years",
  "/years/1962",
  "/years/1962/10",
  "/years/1962/10/28",
  "/on-this-day/10-28",
  "/browse",
  "/coverage",
  "/coverage?by=place",
  "/languages",
  "/languages/en",
  "/document-types/report",
  "/collection/cuba-arms-transfers-and-the-missile-crisis-1959-1962/finding-aid",
  "/years/undated",
  "/themes",
  "/theme/cuba-between-the-powers-1959-1962",
];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });
    for (const path of pages) {
      test(`${path} can be read by everyone`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        await expectAccessible(page);
      });
    }
  });
}

test("a phone shows every page without scrolling sideways", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of pages) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(390);
  }
});

test("every page comes whole: no framework is needed to put its parts in their places", async ({
  request,
}) => {
  for (const path of [...pages, "/search?q=cuba", "/search?q=zeppelins", "/search/facets/place"])
    expect(await (await request.get(path)).text(), path).not.toMatch(/__next_f|<template id="/);
});

test("the keyboard reaches the content first", async ({ page }) => {
  await page.goto("/collections");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
