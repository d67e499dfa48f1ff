import { expect, test } from "@playwright/test";
import { deskIn, freshTitle, newDraft } from "../fixtures/desk";

test("without scripts a collision over a record shows both versions and loses nothing", async ({
  browser,
}) => {
  const page = await deskIn(browser, { javaScriptEnabled: false });
  const form = await newDraft(page, freshTitle("Plain collision"));
  const other = await deskIn(browser, { javaScriptEnabled: false });
  await other.goto(form);
  await page.getByLabel("Summary").fill("The first editor's summary");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();

  await other.getByLabel("Summary").fill("The second editor's summary");
  await other.getByRole("button", { name: "Save draft" }).click();
  await expect(other.getByRole("heading", { name: /has saved this record since/ })).toBeVisible();
  await expect(other.getByText("The first editor's summary")).toBeVisible();
  await expect(other.getByLabel("Summary")).toHaveValue("The second editor's summary");
  await other.getByRole("button", { name: "Save draft" }).click();
  await expect(other.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(other.getByLabel("Summary")).toHaveValue("The second editor's summary");
  await page.context().close();
  await other.context().close();
});

test("without scripts a collision over a person shows both versions and loses nothing", async ({
  browser,
}) => {
  const page = await deskIn(browser, { javaScriptEnabled: false });
  await page.goto("/admin/people/new");
  await page.getByRole("textbox", { name: "Preferred name" }).fill(freshTitle("Plain, Peter"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  const other = await deskIn(browser, { javaScriptEnabled: false });
  await other.goto(page.url().replace(/\?.*/, ""));
  await page.getByLabel("In one line").fill("The first editor's words");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();

  const description = other.getByLabel("In one line");
  await description.fill("The second editor's words");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText(/Somebody else has saved this entry/)).toBeVisible();
  await expect(other.getByText("The first editor's words")).toBeVisible();
  await expect(description).toHaveValue("The second editor's words");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(description).toHaveValue("The second editor's words");
  await page.context().close();
  await other.context().close();
});
