import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/tests/fixtures/reader";

/** The number of records that the page says it found. */
async function totalOf(page: Page): Promise<number> {
  const words = await page.getByRole("heading", { level: 2, name: /records?$/ }).textContent();
  return Number(/[\d,]+/.exec(words ?? "")?.[0].replaceAll(",", "") ?? 0);
}

const chosen = (page: Page) => page.getByRole("region", { name: "Chosen filters" });
const views = (page: Page) => page.getByRole("navigation", { name: "View" });
const narrow = (page: Page) => page.getByRole("navigation", { name: "Narrow the results" });

test("a reader looks at the same results as a list, a table, a timeline and a map", async ({
  noScript: page,
}) => {
  await page.goto("/search?q=Cuba&person=castro-fidel");
  const total = await totalOf(page);
  await views(page).getByRole("link", { name: "Table" }).click();
  await expect(page).toHaveURL("/search?q=Cuba&person=castro-fidel&view=table");
  expect(await totalOf(page)).toBe(total);
  const table = page.getByRole("table", { name: "Results" });
  await expect(table.getByRole("columnheader")).toHaveText([/^Date/, "Title", "People", "Type"]);
  await expect(table.getByRole("row")).toHaveCount(total + 1);

  await views(page).getByRole("link", { name: "Timeline" }).click();
  await expect(page).toHaveURL("/search?q=Cuba&person=castro-fidel&sort=oldest&view=timeline");
  expect(await totalOf(page)).toBe(total);
  await expect(page.getByRole("heading", { level: 3, name: "1962" })).toBeVisible();

  await views(page).getByRole("link", { name: "Map" }).click();
  const map = page.getByRole("group", { name: /^Map of the results/ });
  await expect(map.getByRole("link", { name: /^Cuba: \d+ records?$/ })).toBeVisible();
  await page.getByRole("table", { name: "Places" }).getByRole("link", { name: "Cuba", exact: true }).click();
  await expect(chosen(page).getByRole("link", { name: /Remove filter Place: Cuba/ })).toBeVisible();
  await expect(views(page).getByRole("link", { name: "List" })).toHaveAttribute("aria-current", "page");
});

test("a table is put in order by its dates, either way", async ({ noScript: page }) => {
  await page.goto("/search?q=Cuba&view=table");
  const date = page.getByRole("columnheader", { name: /^Date/ });
  await date.getByRole("link").click();
  await expect(date).toHaveAttribute("aria-sort", "ascending");
  await expect(page).toHaveURL(/sort=oldest/);
  await date.getByRole("link").click();
  await expect(date).toHaveAttribute("aria-sort", "descending");
});

test("a timeline runs from the oldest record to the newest, or the other way", async ({ noScript: page }) => {
  await page.goto("/search?view=timeline");
  const years = async () =>
    (await page.getByRole("heading", { level: 3, name: /^\d{4}$/ }).allTextContents()).map(Number);
  const oldest = await years();
  expect(oldest.length).toBeGreaterThan(1);
  expect(oldest).toEqual(oldest.toSorted((a, b) => a - b));
  await page.goto("/search?view=timeline&sort=newest");
  const newest = await years();
  expect(newest).toEqual(newest.toSorted((a, b) => b - a));
});

test("the chart of results narrows them to a time, and leads out of it again", async ({ noScript: page }) => {
  await page.goto("/search?q=Cuba&from=1959&to=1962");
  const total = await totalOf(page);
  const chart = page.getByRole("region", { name: /^Results by/ });
  const bar = chart
    .getByRole("group")
    .getByRole("link", { name: /1962: / })
    .first();
  const [, label = "", count = ""] =
    /^(.*): ([\d,]+) records?$/.exec((await bar.getAttribute("aria-label")) ?? "") ?? [];
  await chart.getByText("The same as a table").click();
  await expect(chart.getByRole("table").getByRole("row", { name: `${label} ${count}` })).toBeVisible();
  await chart.getByRole("table").getByRole("link", { name: label, exact: true }).click();
  await expect(chosen(page).getByRole("link", { name: `Remove filter Date: ${label}` })).toBeVisible();
  expect(await totalOf(page)).toBe(Number(count));
  await page.getByRole("link", { name: "All dates" }).click();
  expect(await totalOf(page)).toBeGreaterThanOrEqual(total);
  await expect(page.getByRole("link", { name: "All dates" })).toHaveCount(0);
});

test("a reader asks only for what is certainly of a time", async ({ noScript: page }) => {
  await page.goto("/search");
  await page.getByRole("textbox", { name: "From" }).fill("1962-10");
  await page.getByRole("textbox", { name: "To" }).fill("1962-10");
  await page.getByRole("checkbox", { name: "Only dates certainly within" }).check();
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(/from=1962-10&to=1962-10.*&certain=yes/);
  await expect(page.getByRole("checkbox", { name: "Only dates certainly within" })).toBeChecked();
  const certain = await totalOf(page);
  expect(certain).toBeGreaterThan(0);
  await page.getByRole("checkbox", { name: "Only dates certainly within" }).uncheck();
  await page.getByRole("button", { name: "Search", exact: true }).click();
  expect(await totalOf(page)).toBeGreaterThanOrEqual(certain);
  await chosen(page).getByRole("link", { name: "Remove filter Date: October 1962" }).click();
  await expect(page.getByRole("textbox", { name: "From" })).toHaveValue("");
});

test("a value is left out, told how many it hides, and taken back", async ({ noScript: page }) => {
  await page.goto("/search?q=Cuba");
  const total = await totalOf(page);
  await narrow(page).getByRole("link", { name: "Leave out Castro, Fidel" }).click();
  await expect(page).toHaveURL("/search?q=Cuba&not-person=castro-fidel");
  const left = await totalOf(page);
  expect(left).toBeLessThan(total);
  const struck = narrow(page).getByRole("link", { name: /^No longer leave out Castro, Fidel/ });
  await expect(struck).toContainText(String(total - left));
  await expect(chosen(page)).toContainText("Person or organisation: not Castro, Fidel");
  await struck.click();
  expect(await totalOf(page)).toBe(total);
});

test("words are taken exactly on request, and widely again", async ({ noScript: page }) => {
  await page.goto("/search?q=Alexeev&exact=yes");
  await expect(page.getByRole("checkbox", { name: "Only the words as typed" })).toBeChecked();
  await page.getByRole("link", { name: "Search other names and spellings too" }).click();
  await expect(page).toHaveURL("/search?q=Alexeev");
  expect(await totalOf(page)).toBeGreaterThan(0);
  await page.getByRole("link", { name: "Search only for the words as typed" }).click();
  await expect(page).toHaveURL("/search?q=Alexeev&exact=yes");
});

test("each hit says why it was found", async ({ noScript: page }) => {
  await page.goto("/search?q=Mikoyan");
  const hit = page.getByRole("main").getByRole("listitem").filter({ hasText: "Why this result" }).first();
  await hit.getByText("Why this result").click();
  await expect(hit.getByRole("listitem").first()).toContainText(/^mikoyan: \w+/i);
});

test("an empty result says which word or filter emptied it, and what to ask instead", async ({
  noScript: page,
}) => {
  await page.goto("/search?q=zyzzyva&type=telegram");
  const parts = page.getByRole("region", { name: "What each part finds by itself" });
  await expect(parts).toContainText("zyzzyva");
  await expect(parts.getByText("no record at all")).toBeVisible();
  await expect(parts).toContainText(/\d+ records?/);
  await page.goto("/search?q=Castro+AND+zyzzyva");
  const offers = page.getByRole("region", { name: "Searches that find something" });
  await expect(offers.getByRole("listitem").first()).toContainText(/\d+ records?$/);
  await offers.getByRole("link").first().click();
  expect(await totalOf(page)).toBeGreaterThan(0);
});

test("what a form does not show stays with the search", async ({ noScript: page }) => {
  await page.goto("/search?q=Cuba&not-place=havana&view=table&page=1");
  await page.getByRole("searchbox", { name: "Search for" }).fill("Dobrynin");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(/q=Dobrynin.*not-place=havana.*view=table/);
});

test("pages are walked to the last one", async ({ noScript: page }) => {
  await page.goto("/search");
  const pages = page.getByRole("navigation", { name: "Pages" });
  const last = pages.getByRole("listitem").last().getByRole("link");
  await expect(last).toHaveAttribute("rel", "nofollow");
  await last.click();
  await expect(pages.getByRole("listitem").last().getByRole("link")).toHaveAttribute("aria-current", "page");
  await expect(pages.getByRole("link", { name: "Next" })).toHaveCount(0);
});

test("a reader searches, narrows and looks at a table by keyboard alone", async ({ page }) => {
  const tabTo = async (name: RegExp) => {
    for (let step = 0; step < 200; step += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => document.activeElement?.textContent ?? "");
      if (name.test(focused)) return;
    }
    throw new Error(`no way by Tab to ${name}`);
  };
  await page.goto("/search?q=Cuba");
  await tabTo(/^Skip to content$/);
  await page.keyboard.press("Enter");
  await tabTo(/^Skip to the results$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: /records?$/ })).toBeFocused();
  await tabTo(/^Table$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/view=table/);
  await tabTo(/^Leave out /);
  await expect(page.locator(":focus")).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/view=table/);
  await expect(chosen(page)).toContainText(": not ");
});

const addresses = [
  "/search",
  "/search?q=Cuba&not-person=castro-fidel&from=1962-10&to=1962&certain=yes&exact=yes",
  "/search?q=Cuba&view=table",
  "/search?q=Cuba&view=timeline",
  "/search?q=Cuba&view=map",
  "/search?q=zyzzyva&type=telegram",
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`every view of the results is accessible, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    for (const address of addresses) {
      await page.goto(address);
      await expectAccessible(page);
    }
  });
}

test("a phone shows every view without scrolling sideways", async ({ browser, baseURL }) => {
  const phone = await browser.newPage({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  for (const address of addresses) {
    await phone.goto(address);
    const width = await phone.evaluate(() => document.documentElement.scrollWidth);
    expect(width, address).toBeLessThanOrEqual(390);
  }
  await phone.goto("/search?q=Cuba");
  // Where nothing hovers, leaving out is offered all the time; the fields for dates wait until they are opened.
  await expect(phone.getByRole("link", { name: /^Leave out/ }).first()).toBeVisible();
  await expect(phone.getByRole("textbox", { name: "From" })).toBeHidden();
  await phone.getByText("Dates, order and spelling").click();
  await expect(phone.getByRole("textbox", { name: "From" })).toBeVisible();
  await phone.close();
});
