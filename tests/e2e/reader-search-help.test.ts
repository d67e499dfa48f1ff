import { queryFields } from "@/lib/archive/query-fields";
import { expect, expectAccessible, test } from "@/tests/fixtures/reader";

test("a reader finds out how to search, and runs an example", async ({ noScript: page }) => {
  await page.goto("/search?q=cable");
  await page.getByRole("link", { name: "Search help" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "How to search" })).toBeVisible();
  await page
    .getByRole("table", { name: "Words and what joins them" })
    .getByRole("link", { name: "(Alekseev OR Dobrynin) cable" })
    .click();
  await expect(page).toHaveURL("/search?q=%28Alekseev+OR+Dobrynin%29+cable");
  await expect(page.getByRole("searchbox", { name: "Search for" })).toHaveValue(
    "(Alekseev OR Dobrynin) cable",
  );
  await expect(page.getByRole("link", { name: /^Cable from USSR Ambassador to Cuba/ }).first()).toBeVisible();
});

test("every field of the query language is explained", async ({ noScript: page }) => {
  await page.goto("/search/help");
  const fields = page.getByRole("table", { name: "Fields", exact: true });
  for (const { example } of queryFields)
    await expect(fields.getByRole("rowheader", { name: example, exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Record of Conversation" })).toHaveAttribute(
    "href",
    "/search?q=type%3A%22Record+of+Conversation%22",
  );
});

test("every example finds something, and needs no mending", async ({ noScript: page }) => {
  await page.goto("/search/help");
  const addresses = await page
    .getByRole("main")
    .locator('a[href^="/search?"]:not([href*="format="])')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses.length).toBeGreaterThan(30);
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 2, name: /^[\d,]+ records?$/ }), address).toBeVisible();
  }
});

test("the contents lead to each part, and examples are no paths for crawlers", async ({ page }) => {
  await page.goto("/search/help");
  const contents = page.getByRole("navigation", { name: "On this page" });
  for (const link of await contents.getByRole("link").all()) {
    const target = (await link.getAttribute("href")) ?? "";
    await expect(page.locator(target)).toHaveRole("heading");
  }
  await contents.getByRole("link", { name: "Dates" }).click();
  await expect(page.getByRole("heading", { name: "Dates" })).toBeInViewport();
  for (const link of await page.getByRole("table").getByRole("link").all())
    await expect(link).toHaveAttribute("rel", "nofollow");
});

test("the help is reached and read by keyboard", async ({ page }) => {
  await page.goto("/search");
  await page.getByRole("combobox", { name: "Search for" }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Search help" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search/help");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").getByRole("link", { name: "Home" })).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the search help is accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto("/search/help");
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}
