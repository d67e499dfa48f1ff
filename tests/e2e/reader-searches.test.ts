import { expect, expectAccessible, test } from "@/tests/fixtures/reader";

test("a reader finds a person's cables by another spelling of the name", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("combobox", { name: "Search for" }).fill("Alexeev");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Results for “Alexeev”" })).toBeVisible();
  await expect(
    page.getByRole("link", { name: /Cable from USSR Ambassador to Cuba Alekseev/ }).first(),
  ).toBeVisible();
});

test("a typing error is forgiven, and what matched is marked", async ({ noScript }) => {
  await noScript.goto("/search?q=missle+crisis");
  await expect(noScript.getByText("Missile", { exact: true }).first()).toBeVisible();
});

test("a reader narrows by person and year and takes the filters away again", async ({ noScript: page }) => {
  await page.goto("/search");
  const narrow = page.getByRole("navigation", { name: "Narrow the results" });
  const all = await page.getByRole("heading", { level: 2, name: /records$/ }).textContent();
  await narrow.getByRole("link", { name: /^Castro, Fidel/ }).click();
  await page.getByText("Decade", { exact: true }).click();
  await narrow.getByRole("link", { name: /^1960s/ }).click();
  await narrow.getByRole("link", { name: /^1962\b/ }).click();
  await expect(page).toHaveURL(/\/search\?person=[a-z0-9-]+&decade=1960&year=1962$/);
  const chosen = page.getByRole("region", { name: "Chosen filters" });
  await expect(chosen.getByRole("listitem")).toHaveCount(3);
  for (const date of await page.getByRole("listitem").getByRole("time").allTextContents())
    expect(date).toContain("1962");
  await chosen.getByRole("link", { name: /Remove filter Year/ }).click();
  await expect(chosen.getByRole("listitem")).toHaveCount(2);
  await chosen.getByRole("link", { name: "Remove all filters" }).click();
  await expect(page.getByRole("heading", { level: 2, name: all ?? "" })).toBeVisible();
});

test("a long list of values is shown in part, and whole on request", async ({ noScript: page }) => {
  await page.goto("/search");
  const people = page
    .getByRole("group")
    .filter({ has: page.getByRole("heading", { name: "Person or organisation" }) });
  await expect(people.getByRole("listitem")).toHaveCount(8);
  await people.getByRole("link", { name: /^Show all \d+ people and organisations$/ }).click();
  await expect(page).toHaveURL(/\/search\/facets\/person$/);
  expect(await page.getByRole("main").getByRole("list").last().getByRole("listitem").count()).toBeGreaterThan(
    8,
  );
});

test("filters stay when the words change", async ({ noScript: page }) => {
  await page.goto("/search?q=Cuba&type=telegram");
  await page.getByRole("searchbox", { name: "Search for" }).fill("Dobrynin");
  await page.getByRole("combobox", { name: "Order" }).selectOption("newest");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/q=Dobrynin/);
  await expect(page.getByRole("link", { name: /Remove filter Type of document/ })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Order" })).toHaveValue("newest");
});

test("a date that cannot be read is explained and kept as typed", async ({ noScript: page }) => {
  await page.goto("/search?q=Cuba&from=last+week&to=1962");
  await expect(page.getByText("“last week” is not a date that can be searched for")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "From" })).toHaveValue("last week");
  await expect(page.getByRole("heading", { level: 2, name: /record/ })).toBeVisible();
});

test("an empty result says what to try", async ({ noScript: page }) => {
  await page.goto("/search?q=zyzzyva&type=telegram");
  await expect(page.getByText("Nothing was found for “zyzzyva”")).toBeVisible();
  await expect(page.getByRole("link", { name: "without filters" })).toHaveAttribute(
    "href",
    "/search?q=zyzzyva",
  );
});

test("crawlers are told to leave filtered pages alone", async ({ page }) => {
  await page.goto("/search?q=Cuba&type=telegram&page=2");
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /\/search\?q=Cuba$/);
  const facet = page.getByRole("navigation", { name: "Narrow the results" }).getByRole("link").first();
  await expect(facet).toHaveAttribute("rel", "nofollow");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the search page is accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const address of ["/search?q=Cuba&type=telegram&from=x", "/search?q=zyzzyva"]) {
      await page.goto(address);
      await expectAccessible(page);
    }
  });
}
