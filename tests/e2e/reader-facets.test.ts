import { expect, expectAccessible, test } from "@/tests/fixtures/reader";

test("a reader looks through all people of the results and chooses one", async ({ noScript: page }) => {
  await page.goto("/search?q=Cuba");
  const narrow = page.getByRole("navigation", { name: "Narrow the results" });
  await narrow.getByRole("link", { name: /^Show all \d+ people and organisations$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "People and organisations" })).toBeVisible();
  await page.getByRole("link", { name: "By name" }).click();
  await expect(page).toHaveURL("/search/facets/person?q=Cuba&by=name");
  await page.getByRole("link", { name: /^Castro, Fidel/ }).click();
  await expect(page).toHaveURL("/search?q=Cuba&person=castro-fidel");
});

test("a reader finds a value by its name and leaves it out", async ({ noScript: page }) => {
  await page.goto("/search?q=Cuba");
  const find = page.getByRole("searchbox", { name: "Find in people" });
  await find.fill("cástro");
  await find.press("Enter");
  await expect(page).toHaveURL(/\/search\/facets\/person\?q=Cuba&find=/);
  await expect(page.getByText(/matching “cástro”/)).toBeVisible();
  await expect(page.getByRole("link", { name: /^Mikoyan/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Leave out Castro, Fidel" }).click();
  await expect(page).toHaveURL("/search?q=Cuba&not-person=castro-fidel");
});

test("a facet that finds nothing, and one that there is not", async ({ noScript: page }) => {
  await page.goto("/search/facets/place?q=Cuba&find=zyzzyva");
  await expect(page.getByText("No places here")).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page).toHaveURL("/search/facets/place?q=Cuba");
  await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: /Cuba/ }).click();
  await expect(page).toHaveURL("/search?q=Cuba");
  const missing = await page.goto("/search/facets/colour");
  expect(missing?.status()).toBe(404);
});

test("crawlers are kept out of the pages of facets", async ({ page }) => {
  await page.goto("/search/facets/person?q=Cuba");
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await expect(page.getByRole("link", { name: /^Castro, Fidel/ })).toHaveAttribute("rel", "nofollow");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the page of a facet is accessible and narrow enough, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    for (const address of [
      "/search/facets/person?by=name",
      "/search/facets/person?person=castro-fidel",
      "/search/facets/place?q=zyzzyva",
    ]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
  });
}

for (const [path, label, address] of [
  [
    "/collection/cuba-arms-transfers-and-the-missile-crisis-1959-1962",
    "Search within this collection",
    "/search?collection=cuba-arms-transfers-and-the-missile-crisis-1959-1962&q=Mikoyan",
  ],
  [
    "/people/castro-fidel",
    "Search within the records of Castro, Fidel",
    "/search?person=castro-fidel&q=Mikoyan",
  ],
  ["/places/cuba", "Search within the records on Cuba", "/search?place=cuba&q=Mikoyan"],
  [
    "/subjects/cuba-foreign-relations",
    "Search within this subject",
    "/search?subject=cuba-foreign-relations&q=Mikoyan",
  ],
] as const) {
  test(`a search stays within ${path}`, async ({ noScript: page }) => {
    await page.goto(path);
    const form = page.getByRole("search", { name: label });
    await form.getByRole("searchbox", { name: label }).fill("Mikoyan");
    await form.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole("region", { name: "Chosen filters" }).getByRole("listitem")).toHaveCount(1);
    await expect(page.getByRole("searchbox", { name: "Search for" })).toHaveValue("Mikoyan");
  });
}
