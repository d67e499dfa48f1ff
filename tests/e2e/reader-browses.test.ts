import { expect, test } from "@/tests/fixtures/reader";

const cuba = "Cuba, Arms Transfers and the Missile Crisis, 1959–1962";

test("a reader goes from the home page through a collection to a record", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Search in" })).toHaveValue("everything");
  await page.getByRole("link", { name: cuba }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: cuba })).toBeVisible();
  await expect(page.getByText("20 records").first()).toBeVisible();
  const records = page
    .getByRole("region", { name: "Records" })
    .getByRole("listitem")
    .filter({
      has: page.getByRole("heading"),
    });
  await expect(records).toHaveCount(20);
  await expect(records.first()).toContainText("September, 1959");
  await expect(records.last()).toContainText("Conversation between the Cuban Leadership and Mikoyan");
  await page
    .getByRole("link", { name: "Handwritten Note for the Record by Colonel General S.P. Ivanov" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Handwritten Note");
  await expect(page.getByText("progress of weapons en route to Cuba")).toBeVisible();
});

test("every value of a record leads to what shares it, and the next record is one step away", async ({
  page,
}) => {
  await page.goto("/document/telegram-from-soviet-ambassador-to-cuba-a-i-alekseev-to-ussr-foreign-ministry");
  const description = page.getByRole("region", { name: "Description" });
  await expect(description.getByRole("link", { name: "October 23, 1962" })).toHaveAttribute(
    "href",
    "/years/1962",
  );
  await expect(description.getByRole("link", { name: "Telegram" })).toHaveAttribute(
    "href",
    "/document-types/telegram",
  );
  await description.getByRole("link", { name: "Alekseev, Aleksandr Ivanovich" }).click();
  await expect(page.getByText("Алексеев, Александр Иванович")).toHaveAttribute("lang", "ru");
  await page.getByRole("link", { name: /As recipient/ }).click();
  await expect(
    page.getByRole("region", { name: "Records" }).getByRole("listitem").getByRole("heading"),
  ).toHaveCount(1);
  await page.goBack();
  await page.goBack();
  await page
    .getByRole("navigation", { name: `In the collection ${cuba}` })
    .getByRole("link", { name: /^Next/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Robert F. Kennedy");
});

test("texts stand in their own language and direction, each paragraph with an address", async ({ page }) => {
  await page.goto("/document/notice-to-readers");
  const arabic = page.getByRole("region", { name: "Translation (Arabic)" });
  const paragraph = arabic.getByRole("paragraph").filter({ hasText: "الأرشيف" }).first();
  await expect(paragraph).toHaveCSS("direction", "rtl");
  expect(await paragraph.getAttribute("id")).toMatch(/^p\d+$/);
  const anchors = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
  expect(new Set(anchors).size).toBe(anchors.length);
});

test("a scan can be looked at and opened", async ({ page }) => {
  await page.goto("/document/how-this-archive-describes-a-document");
  const scans = page.getByRole("region", { name: "Original" });
  const first = scans.getByRole("link", { name: "The page as an image" });
  await first.scrollIntoViewIfNeeded();
  await expect
    .poll(() => first.evaluate((link) => link.querySelector("img")?.naturalWidth))
    .toBeGreaterThan(0);
  const file = await scans.getByRole("link", { name: "Open the PDF" }).getAttribute("href");
  const answer = await page.request.get(file ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
});

test("people are found under every spelling of their name", async ({ page }) => {
  await page.goto("/people");
  await page.getByRole("searchbox", { name: "Name" }).fill("Alexeev");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("link", { name: "Alekseev, Aleksandr Ivanovich" })).toBeVisible();
  await page.goto("/people?letter=k&kind=person");
  const names = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: /records?$/ });
  await expect(names.first()).toContainText(/^K/);
  await expect(names.last()).toContainText(/^K/);
});

test("places, subjects and years count what lies below them", async ({ page }) => {
  await page.goto("/places");
  await page.getByRole("link", { name: "Havana" }).click();
  await expect(page.getByRole("navigation", { name: "Breadcrumbs" })).toContainText("Cuba");
  await expect(page.getByRole("region", { name: "Records", exact: true })).toContainText(/\d+ records?/);
  await page.goto("/subjects/cuba");
  await expect(page.getByRole("region", { name: "Narrower headings" })).toContainText("Foreign relations");
  await page.goto("/years");
  await page.getByRole("link", { name: "1962" }).click();
  await page.getByRole("link", { name: "October" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("October 1962");
  await expect(page.getByRole("region", { name: "Records" })).toContainText("10 records");
});

test("a theme tells its events in order and leads to the documents", async ({ page }) => {
  await page.goto("/themes");
  await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first().click();
  const events = page.getByRole("region", { name: "Timeline" }).getByRole("listitem");
  await expect(events.first()).toContainText("1959");
  await events
    .getByRole("link", { name: /Robert F\. Kennedy/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Robert F. Kennedy");
});
