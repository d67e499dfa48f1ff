import { expect, test } from "@/tests/fixtures/reader";
import type { Page } from "@playwright/test";

const mapOf = (page: Page) => page.getByRole("group", { name: /^Map:/ });

/** What the table says of the places that are drawn, in the words in which the map says it. */
async function drawnRows(page: Page): Promise<string[]> {
  const rows = await page
    .getByRole("row")
    .filter({ hasText: /Point|Middle/ })
    .all();
  return Promise.all(
    rows.map(async (row) => {
      const name = await row.getByRole("rowheader").textContent();
      const count = await row.getByRole("cell", { name: /^[\d,]+$/ }).textContent();
      return `${name}: ${count} ${count === "1" ? "record" : "records"}`;
    }),
  );
}

test("a reader goes to a place on the map by keyboard alone", async ({ page }) => {
  await page.goto("/places");
  await page.getByRole("navigation", { name: "View" }).getByRole("link", { name: "Map" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Map" })).toBeVisible();
  await page.getByRole("link", { name: "Skip the map" }).focus();
  await page.keyboard.press("Tab");
  const first = mapOf(page).getByRole("link").first();
  await expect(first).toBeFocused();
  await expect(first).toHaveAccessibleName(/^Cuba: \d+ records$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Cuba" })).toBeVisible();
});

test("the keyboard can leave the map out", async ({ page }) => {
  await page.goto("/map");
  await page.getByRole("link", { name: "Skip the map" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("columnheader", { name: "Place" }).getByRole("link")).toBeFocused();
});

test("the table says what the map says, in other orders too", async ({ page }) => {
  for (const path of ["/map", "/map?sort=name", "/map?part=europe"]) {
    await page.goto(path);
    const links = await mapOf(page).getByRole("link").all();
    const named = await Promise.all(links.map((link) => link.getAttribute("aria-label")));
    expect(named.length, path).toBeGreaterThan(0);
    const rows = await drawnRows(page);
    expect(new Set(rows), path).toEqual(new Set(named));
    expect(rows, path).toHaveLength(named.length);
  }
  await page.goto("/map");
  await page.getByRole("columnheader", { name: "Country" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "Country" })).toHaveAttribute("aria-sort", "ascending");
});

test("years and what a place has to do with a document narrow the map", async ({ page }) => {
  await page.goto("/map");
  const cuba = mapOf(page).getByRole("link", { name: /^Cuba:/ });
  const all = await cuba.getAttribute("aria-label");
  await page.getByRole("textbox", { name: "From year" }).fill("1961");
  await page.getByRole("textbox", { name: "To year" }).fill("1961");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("status")).toContainText("in documents of 1961");
  expect(await cuba.getAttribute("aria-label")).not.toBe(all);
  await page.getByRole("link", { name: /^1950s/ }).click();
  await expect(page.getByRole("link", { name: /^1950s/ })).toHaveAttribute("aria-current", "page");
  await page.goto("/map?from=1066&to=1070");
  await expect(page.getByText("No places here")).toBeVisible();
  expect((await page.goto("/map?region=nowhere-at-all"))?.status()).toBe(404);
});

test("a former name of a place leads to its page, which tells when it was valid", async ({
  page,
  request,
}) => {
  const answer = await request.get("/places/czechoslovak-socialist-republic", { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  expect(answer.headers()["location"]).toBe("/places/czechoslovakia");
  await page.goto("/places/czechoslovak-socialist-republic");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Czechoslovakia");
  await expect(
    page.getByRole("definition").filter({ hasText: "Czechoslovak Socialist Republic" }),
  ).toContainText(/1960.*1990/);
});

test("a place's records are read with those within it or without, by year, and lead to its people", async ({
  page,
}) => {
  await page.goto("/places/latin-america");
  const records = page.getByRole("region", { name: "Records", exact: true });
  await page.getByRole("link", { name: "Of Latin America itself" }).click();
  await expect(records).toContainText("1 record");
  await page.goto("/places/cuba");
  await page.getByRole("link", { name: /^1961: \d+ records$/ }).click();
  await expect(records).toContainText("Only those of 1961");
  await page.goto("/places/cuba");
  await page
    .getByRole("region", { name: "People most often in these records" })
    .getByRole("link", { name: "Castro, Fidel" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Castro, Fidel" })).toBeVisible();
});

test("a subject is walked from broad to narrow, back up, and across", async ({ page }) => {
  await page.goto("/subjects");
  await page.getByRole("link", { name: "Cuba", exact: true }).click();
  await page
    .getByRole("region", { name: "Narrower headings" })
    .getByRole("link", { name: "Foreign relations" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cuba — Foreign relations");
  await page
    .getByRole("region", { name: "Narrower headings" })
    .getByRole("link", { name: "Soviet Union" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cuba — Foreign relations — Soviet Union");
  await page
    .getByRole("navigation", { name: "Breadcrumbs" })
    .getByRole("link", { name: "Cuba — Foreign relations" })
    .click();
  await page
    .getByRole("region", { name: "Related headings" })
    .getByRole("link", { name: "Soviet Union — Foreign relations" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Soviet Union — Foreign relations");
});

test("places and subjects are found in their lists without JavaScript", async ({ noScript: page }) => {
  await page.goto("/places?view=list");
  await page.getByRole("searchbox", { name: "Name" }).fill("Habana");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("main").getByRole("link", { name: "Havana" }).click();
  await expect(page.getByRole("group", { name: "Where Havana lies" })).toBeVisible();
  await page.goto("/subjects");
  await page.getByRole("link", { name: "A–Z" }).click();
  await page.getByRole("link", { name: "Most records first" }).click();
  await expect(page.getByRole("main").getByText(/^\d+ headings$/)).toBeVisible();
  await page.goto("/map");
  await mapOf(page)
    .getByRole("link", { name: /^Czechoslovakia:/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Czechoslovakia");
});
