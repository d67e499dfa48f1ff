import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { deskIn, freshTitle, newDraft, signIn } from "../fixtures/desk";

test("a curator adds a record, enters a new person, publishes and withdraws it", async ({ page }) => {
  const title = freshTitle("Letter on test cargo");
  const person = freshTitle("Tester, Tilda");
  await signIn(page);
  const form = await newDraft(page, title);

  await page.getByLabel("Date of creation").fill("1962-10~");
  await expect(page.getByText("Reads: circa October 1962")).toBeVisible();
  const field = page.getByRole("combobox", { name: "Add a person or organisation" });
  await field.fill(person);
  await expect(page.getByRole("option", { name: `Enter “${person}” as new` })).toBeVisible();
  await field.press("Enter");
  await expect(page.getByRole("combobox", { name: `Role of ${person}` })).toHaveValue("author");
  await page.getByRole("button", { name: "Save and publish" }).click();
  await expect(page.getByText("Saved and published.")).toBeVisible();
  await expect(page.getByRole("combobox", { name: `Role of ${person}` })).toHaveValue("author");

  await page.getByRole("link", { name: "Withdraw…" }).click();
  await page.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByRole("link", { name: /Say why/ })).toBeVisible();
  await page.getByLabel("Reason").fill("Made for a test");
  await page.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("Withdrawn: Made for a test")).toBeVisible();

  await page.goto(`${form}/history`);
  await expect(page.getByRole("heading", { name: /^Version \d+: withdrawn by/ })).toBeVisible();
  await expect(page.getByRole("cell", { name: `${person} (author)` })).toBeVisible();
});

test("two curators collide: the second sees both versions and loses nothing", async ({ page, browser }) => {
  await signIn(page);
  const form = await newDraft(page, freshTitle("Collision"));
  const other = await deskIn(browser);
  await other.goto(form);
  await page.getByLabel("Summary").fill("The first editor's summary");
  await page.getByLabel("Extent").fill("3 pages");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();

  await other.getByLabel("Summary").fill("The second editor's summary");
  await other.getByRole("button", { name: "Save draft" }).click();
  await expect(other.getByRole("heading", { name: /has saved this record since/ })).toBeInViewport();
  const summary = other.getByRole("group", { name: /^Summary/ });
  await expect(summary.getByText("The first editor's summary")).toBeVisible();
  await summary.getByLabel("Yours").check();
  await expect(other.getByRole("group", { name: /^Extent/ }).getByLabel("Theirs")).toBeChecked();
  await other.getByRole("button", { name: "Save draft" }).click();
  await expect(other.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(other.getByLabel("Summary")).toHaveValue("The second editor's summary");
  await expect(other.getByLabel("Extent")).toHaveValue("3 pages");
  await other.context().close();
});

test("without scripts a curator adds people by name, meets errors and saves", async ({ browser }) => {
  const page = await deskIn(browser, { javaScriptEnabled: false });
  const title = freshTitle("Without scripts");
  const person = freshTitle("Plain, Paula");
  await page.goto("/admin/records/new");
  await page.getByRole("textbox", { name: "Title", exact: true }).fill(title);
  await page.getByLabel("Date of creation").fill("27.10.1962");
  await page.getByLabel("Add a person or organisation").fill(person);
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("heading", { name: "Nothing is saved yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: /not a date in EDTF/ })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Title", exact: true })).toHaveValue(title);
  await page.getByLabel("Date of creation").fill("1962-10-27");
  await page.getByLabel(`Enter “${person}” as new`).check();
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByText("Reads: 27 October 1962")).toBeVisible();
  await expect(page.getByLabel(`Role of ${person}`)).toHaveValue("author");
  await page.getByRole("button", { name: `Remove ${person}` }).click();
  await expect(page.getByLabel(`Role of ${person}`)).toHaveCount(0);
  await page.context().close();
});

test("signing out ends the session for a copied cookie too", async ({ page, browser }) => {
  await signIn(page);
  const copy = await browser.newContext({ storageState: await page.context().storageState() });
  const thief = await copy.newPage();
  await thief.goto("/admin");
  await expect(thief.getByRole("heading", { name: /^Work list of/ })).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await thief.goto("/admin");
  await expect(thief.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await copy.close();
});

test("the desk is closed to people who are not signed in", async ({ page, request }) => {
  for (const path of [
    "/admin",
    "/admin/records/1",
    "/admin/people",
    "/admin/users",
    "/admin/records/1/history",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  }
  const suggestions = await request.get("/admin/pick/agents?q=castro", { maxRedirects: 0 });
  expect(suggestions.status()).toBe(307);
});

test("a wrong password keeps the address and leads nowhere", async ({ page }) => {
  await page.goto("/signin?then=//evil.example");
  await page.getByLabel("E-mail").fill("nobody@archive.test");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("do not go together")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue("nobody@archive.test");
});

test("pages of the desk have no accessibility faults that axe finds", async ({ page }) => {
  await signIn(page);
  const paths = [
    "/admin",
    "/admin/records",
    "/admin/records/new",
    "/admin/records/1",
    "/admin/records/1/history",
    "/admin/people",
    "/admin/people/1",
    "/admin/collections/1",
    "/admin/users",
    "/admin/account",
  ];
  for (const path of paths) {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`),
      path,
    ).toEqual([]);
  }
});
