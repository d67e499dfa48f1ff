import { expect, test } from "@/tests/fixtures/reader";

test("the archive reads without JavaScript", async ({ noScript: page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Collections" }).click();
  await page.getByRole("link", { name: /^Cuba, Arms Transfers/ }).click();
  await page.getByRole("link", { name: "Memorandum of Conversation between Castro and Mikoyan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Memorandum of Conversation between Castro and Mikoyan",
  );
  await page.getByRole("link", { name: /^Previous/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Notes of Conversation");
});

test("names are found without JavaScript", async ({ noScript: page }) => {
  await page.goto("/people");
  await page.getByRole("searchbox", { name: "Name" }).fill("хрущ");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("link", { name: "Khrushchev, Nikita Sergeevich" })).toBeVisible();
});
