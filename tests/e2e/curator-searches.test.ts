import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { deskIn, freshTitle, signIn } from "../fixtures/desk";

/** Saves the search at this address under a fresh name; returns the name and the path of its results. */
async function saveSearch(page: Page, address: string) {
  const name = freshTitle("Letters of the crisis");
  await page.goto(address);
  await page.getByRole("link", { name: "Save this search" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Save this search" })).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  const path = await page.getByRole("link", { name: "Results", exact: true }).getAttribute("href");
  return { name, path: path ?? "" };
}

test("a curator saves a search, a reader follows it, and both see what becomes of it", async ({
  page,
  browser,
  request,
}) => {
  await page.goto("/search?q=Cuba&not-type=telegram&sort=oldest&page=2");
  await page.getByRole("link", { name: "Save this search" }).click();
  await page.getByLabel("E-mail").fill("nobody@archive.test");
  await signIn(page);
  const { name, path } = await saveSearch(page, "/search?q=Cuba&not-type=telegram&sort=oldest&page=2");

  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await reader.goto("/searches");
  await expect(reader.getByText("“Cuba” · not Type of document: Telegram").first()).toBeVisible();
  await reader.getByRole("link", { name, exact: true }).click();
  await expect(reader).toHaveURL(/\/search\?q=Cuba&not-type=telegram&sort=oldest$/);
  const feed = await request.get(`${path}/feed.atom`);
  expect(feed.status()).toBe(200);
  const before = await feed.text();
  expect(before).toContain(`<title>${name} · `);
  expect(before).toContain(`${path}</id>`);

  const desk = page.url();
  await page.getByLabel("Name", { exact: true }).fill(`${name}, renamed`);
  await page.getByLabel("Address of the results").fill("/search?q=Havana");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name}, renamed` })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Version 2: edited by/ })).toBeVisible();
  const after = await (await request.get(`${path}/feed.atom`)).text();
  expect(after).toContain(`${path}</id>`);
  expect(after).toContain('searchTerms="Havana"');
  await reader.goto(path);
  await expect(reader).toHaveURL(/\/search\?q=Havana$/);

  await page.goto(desk.replace(/\?.*/, ""));
  await page.getByRole("button", { name: /^Delete/ }).click();
  await expect(page.getByText("The search is deleted.")).toBeVisible();
  expect((await request.get(`${path}/feed.atom`)).status()).toBe(410);
  const gone = await reader.goto(path);
  expect(gone?.status()).toBe(410);
  await expect(reader.getByRole("heading", { level: 1, name: /was given up/ })).toBeVisible();
  await reader.goto("/searches");
  await expect(reader.getByText(name)).toHaveCount(0);
  await reader.context().close();
});

test("without scripts a curator meets errors, saves and deletes", async ({ browser }) => {
  const page = await deskIn(browser, { javaScriptEnabled: false });
  await page.goto("/admin/searches/new?q=Cuba");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Cuba");
  await page.getByLabel("Name", { exact: true }).fill(" ");
  await page.getByLabel("Address of the results").fill("/people?q=Castro");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Nothing is saved yet" })).toBeVisible();
  await expect(page.getByLabel("Address of the results")).toHaveValue("/people?q=Castro");
  await expect(page.getByRole("link", { name: /not the address of a page of results/ })).toBeVisible();
  const { name } = await saveSearch(page, "/search?q=Cuba");
  await page.getByRole("button", { name: /^Delete/ }).click();
  await expect(page.getByText("The search is deleted.")).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
  await page.context().close();
});

test("whoever is not signed in is led to sign in and back to the search", async ({ page }) => {
  await page.goto("/search?q=Алексеев&type=cable");
  await page.getByRole("link", { name: "Save this search" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("then")).toMatch(
    /^\/admin\/searches\/new\?q=%D0%90.*&type=cable$/,
  );
});

test("pages of saved searches at the desk have no accessibility faults that axe finds", async ({ page }) => {
  await signIn(page);
  await saveSearch(page, "/search?q=Cuba");
  const own = page.url().replace(/\?.*/, "");
  for (const path of ["/admin/searches", "/admin/searches/new?q=Cuba", own]) {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => `${path}: ${id}`)).toEqual([]);
  }
  await page.goto(own);
  await page.getByRole("button", { name: /^Delete/ }).click();
  await expect(page.getByText("The search is deleted.")).toBeVisible();
});
