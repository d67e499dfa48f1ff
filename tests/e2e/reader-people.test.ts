import { expect, test } from "@/tests/fixtures/reader";

test("from a record to a person, and from the person to a correspondent's records", async ({ page }) => {
  await page.goto("/document/telegram-from-soviet-ambassador-to-cuba-a-i-alekseev-to-ussr-foreign-ministry");
  await page.getByRole("link", { name: "Alekseev, Aleksandr Ivanovich" }).first().click();
  const correspondents = page.getByRole("region", { name: "Correspondents" });
  const gromyko = correspondents.getByRole("row", { name: /Gromyko/ });
  await expect(gromyko).toContainText("1");
  await gromyko.getByRole("link", { name: /^1 record with Gromyko/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Alekseev, Aleksandr Ivanovich and Gromyko, Andrei Andreevich",
  );
  const records = page.getByRole("region", { name: "Records" });
  await expect(records.getByRole("listitem").getByRole("heading")).toHaveCount(1);
  await page
    .getByRole("navigation", { name: "The two" })
    .getByRole("link", { name: "Gromyko, Andrei Andreevich" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gromyko, Andrei Andreevich");
  await page
    .getByRole("group", { name: /Correspondents of Gromyko/ })
    .getByRole("link", { name: /Alekseev/ })
    .press("Enter");
  await expect(page).toHaveURL(/\/people\/gromyko-andrei-andreevich\/with\/alekseev-aleksandr-ivanovich$/);
});

test("a bar of the chart leads to the records of its year, and so does the table", async ({ page }) => {
  await page.goto("/people/castro-fidel");
  const chart = page.getByRole("region", { name: "Records by year" });
  await expect(chart.getByRole("group", { name: "Chart of records by year" }).getByRole("link")).toHaveCount(
    2,
  );
  await chart.getByRole("link", { name: "1962: 3 records" }).press("Enter");
  await expect(page).toHaveURL(/\/people\/castro-fidel\?year=1962#records$/);
  await expect(
    page.getByRole("region", { name: "Records", exact: true }).getByRole("listitem").getByRole("heading"),
  ).toHaveCount(3);
  await chart.getByText("The same as a table").click();
  await chart.getByRole("row", { name: /^1961/ }).getByRole("link").click();
  await expect(
    page.getByRole("region", { name: "Records", exact: true }).getByRole("listitem").getByRole("heading"),
  ).toHaveCount(1);
});

test("a name is found in another script, and its see-reference names the preferred form", async ({
  page,
}) => {
  await page.goto("/people");
  await page.getByRole("searchbox", { name: "Name" }).fill("Алексеев");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("link", { name: "Alekseev, Aleksandr Ivanovich" })).toBeVisible();
  await page.goto("/people?q=Shitov");
  const entry = page.getByRole("listitem").filter({ hasText: "→ see" });
  await expect(entry).toContainText("Shitov, Aleksandr Ivanovich → see Alekseev, Aleksandr Ivanovich");
});

test("the address of another name redirects for ever", async ({ request }) => {
  for (const [variant, preferred] of [
    ["shitov-aleksandr-ivanovich", "/people/alekseev-aleksandr-ivanovich"],
    ["rask-din", "/people/rusk-dean"],
  ] as const) {
    const answer = await request.get(`/people/${variant}`, { maxRedirects: 0 });
    expect(answer.status(), variant).toBe(308);
    expect(answer.headers()["location"]).toBe(preferred);
  }
  const pair = await request.get("/people/alexeev-aleksandr-ivanovich/with/gromyko-andrei-andreevich", {
    maxRedirects: 0,
  });
  expect(pair.status()).toBe(308);
});

test("people are sorted by their records, and names without records wait behind a link", async ({ page }) => {
  await page.goto("/people");
  await page.getByRole("link", { name: "Most records first" }).click();
  await expect(page).toHaveURL(/\?sort=records$/);
  const counts = await page
    .getByRole("main")
    .getByRole("listitem")
    .getByText(/^\d+ records?$/)
    .allTextContents();
  const numbers = counts.map((text) => Number.parseInt(text, 10));
  expect(numbers.length).toBeGreaterThan(10);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
});

test("a pair who share no record, and one who is nobody, are not found", async ({ request }) => {
  for (const path of [
    "/people/alpha-66/with/rusk-dean",
    "/people/rusk-dean/with/rusk-dean",
    "/people/rusk-dean/with/nobody",
    "/people?letter=%D1%89",
  ])
    expect((await request.get(path)).status(), path).toBe(404);
});

test("people are read and followed without JavaScript on a phone", async ({ noScript: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/people/alekseev-aleksandr-ivanovich");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page
    .getByRole("navigation", { name: "Role" })
    .getByRole("link", { name: /As recipient/ })
    .click();
  await expect(page).toHaveURL(/role=recipient#records$/);
  await page
    .getByRole("table", { name: /Correspondents/ })
    .getByRole("link", { name: "Soviet Union. Ministry of Foreign Affairs", exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Soviet Union. Ministry of Foreign Affairs",
  );
});
