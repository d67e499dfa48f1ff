import { expect, test } from "@/tests/fixtures/reader";

const cuba = "/collection/cuba-arms-transfers-and-the-missile-crisis-1959-1962";
const theme = "/theme/cuba-between-the-powers-1959-1962";

test("a reader puts a list in another order, and it stays in it", async ({ page }) => {
  await page.goto(cuba);
  const titles = page.getByRole("region", { name: "Records" }).getByRole("heading", { level: 3 });
  await expect(titles.first()).toContainText("Czechoslovakia");
  const orders = page.getByRole("navigation", { name: "Sort records" });
  await expect(orders.getByRole("link", { name: "Collection order" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await orders.getByRole("link", { name: "Newest first" }).click();
  await expect(page).toHaveURL(/\?sort=-date$/);
  await expect(titles.first()).toContainText("Cuban Leadership and Mikoyan");
  await orders.getByRole("link", { name: "Title" }).click();
  const words = await titles.allTextContents();
  expect(words.map((word) => word.toLowerCase())).toEqual(words.map((word) => word.toLowerCase()).toSorted());
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`${cuba}$`));
});

test("a list is narrowed to a year and widened again", async ({ page }) => {
  await page.goto("/people/castro-fidel?year=1962");
  await expect(page.getByText("Only those of 1962.")).toBeVisible();
  await page.getByRole("link", { name: "All years" }).click();
  await expect(page).toHaveURL(/\/people\/castro-fidel$/);
});

test("a reader goes from the years down to a day and on to the next one with records", async ({ page }) => {
  await page.goto("/years");
  await page.getByRole("main").getByRole("link", { name: "1962", exact: true }).click();
  await page.getByRole("region", { name: "Months" }).getByRole("link", { name: "October" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("October 1962");
  const calendar = page.getByRole("table", { name: "Records by day, October 1962" });
  await calendar.getByRole("link", { name: /^28/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("28 October 1962");
  const trail = page.getByRole("navigation", { name: "Breadcrumbs" });
  await expect(trail.getByRole("link")).toHaveText(["Home", "Years", "1962", "October"]);
  await page
    .getByRole("navigation", { name: "Nearest with records" })
    .getByRole("link", { name: "29 October 1962" })
    .click();
  await expect(page).toHaveURL(/\/years\/1962\/10\/29$/);
});

test("years, months and days have one address each", async ({ page, request }) => {
  for (const [asked, answered] of [
    ["/years/01962", "/years/1962"],
    ["/years/1962?month=10", "/years/1962/10"],
    ["/years/1962/010/5", "/years/1962/10/05"],
    ["/on-this-day/1-2", "/on-this-day/01-02"],
  ] as const) {
    await page.goto(asked);
    expect(new URL(page.url()).pathname, asked).toBe(answered);
  }
  for (const path of ["/years/1962/13", "/years/1962/02/30", "/years/3000", "/on-this-day/02-30", "/years/x"])
    expect((await request.get(path)).status(), path).toBe(404);
});

test("on this day leads to today and through the days of the year", async ({ page, request }) => {
  const answer = await request.get("/on-this-day", { maxRedirects: 0 });
  expect(answer.status()).toBe(307);
  expect(answer.headers()["location"]).toMatch(/\/on-this-day\/\d\d-\d\d$/);
  await page.goto("/on-this-day/10-28");
  await expect(page.getByRole("region", { name: "Records" })).toContainText("3 records");
  await page.getByRole("link", { name: "27 October" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("On 27 October");
});

test("what is undated has a place of its own", async ({ page }) => {
  await page.goto("/years");
  await page
    .getByRole("region", { name: "Without a certain year" })
    .getByRole("link", { name: "Undated" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Undated");
  await expect(page.getByRole("region", { name: "Records" })).toContainText("Notice to Readers");
});

test("an event of a theme leads to the documents around it", async ({ page }) => {
  await page.goto(theme);
  const picture = page.getByRole("group", { name: "Events on an axis of years" });
  await picture.getByRole("link", { name: /Khrushchev announces the withdrawal/ }).click();
  await expect(page).toHaveURL(/#e\d+$/);
  const event = page.getByRole("listitem").filter({
    has: page.getByRole("heading", { name: "Khrushchev announces the withdrawal" }),
  });
  await expect(event).toBeInViewport();
  await expect(event.getByRole("listitem").first()).toContainText("attests it");
  await event.getByRole("listitem").nth(1).getByRole("link").click();
  await expect(page).toHaveURL(/\/document\//);
});

test("the finding aid of a collection says what it is and lists what it holds", async ({ page }) => {
  await page.goto(cuba);
  await page.getByRole("link", { name: "Finding aid" }).click();
  await expect(page.getByRole("region", { name: "Identity", exact: true })).toContainText("1959–1962");
  const rows = page.getByRole("table", { name: "Records in their order" }).getByRole("row");
  await expect(rows).toHaveCount(21);
  await rows.nth(1).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Politburo Resolution");
});

test("absence can be read from the coverage", async ({ page }) => {
  await page.goto("/coverage");
  await page
    .getByRole("navigation", { name: "Rows", exact: true })
    .getByRole("link", { name: "Places" })
    .click();
  const table = page.getByRole("table", { name: "Records by time: places" });
  await expect(table.getByRole("rowheader", { name: "Cuba" })).toBeVisible();
  await expect(table.getByRole("cell", { name: "–", exact: true }).first()).toBeVisible();
  await table.getByRole("row", { name: /^Cuba/ }).getByRole("link").nth(1).click();
  await expect(page).toHaveURL(/\/search\?place=cuba&decade=\d+$/);
  await expect(page.getByRole("main").getByRole("heading", { level: 2 }).first()).toBeVisible();
});

test("every way in that is offered leads somewhere", async ({ page, request }) => {
  await page.goto("/browse");
  const ways = page.getByRole("main").getByRole("link");
  for (const way of await ways.all()) {
    const path = (await way.getAttribute("href")) ?? "";
    expect((await request.get(path)).status(), path).toBe(200);
  }
  await page.getByRole("main").getByRole("link", { name: "Types of document" }).click();
  await page
    .getByRole("navigation", { name: "Sort" })
    .getByRole("link", { name: "Most records first" })
    .click();
  await page.getByRole("main").getByRole("link", { name: "Report" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Report");
});

test("lists, calendars and timelines work without scripts", async ({ noScript }) => {
  await noScript.goto("/years/1962/10");
  await noScript.getByRole("link", { name: "Newest first" }).click();
  await expect(noScript.getByRole("region", { name: "Records" })).toContainText("10 records");
  await noScript.goto(theme);
  await noScript.getByRole("link", { name: /^1\. / }).click();
  await expect(noScript).toHaveURL(/#e\d+$/);
});
