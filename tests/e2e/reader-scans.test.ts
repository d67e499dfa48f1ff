import { createHash } from "node:crypto";
import { expect, expectAccessible, test } from "@/tests/fixtures/reader";
import type { Page } from "@playwright/test";

const image = "/document/note-on-names-and-their-spellings";
const pdf = "/document/notice-to-readers";

// Thumbnails and tiles are made after the start, at low priority: a busy machine needs a while.
test.describe.configure({ timeout: 150_000 });

/** The worker makes thumbnails after the start; a reader's later visit finds them. */
async function untilPictured(page: Page, path: string) {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByRole("list", { name: "Pages" }).getByRole("presentation").first()).toBeAttached({
      timeout: 500,
    });
  }).toPass({ timeout: 90_000 });
}

test("a reader zooms a scan on its tiles", async ({ page }) => {
  await untilPictured(page, image);
  const tiles: string[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith("/default.jpg")) tiles.push(response.url());
    expect(response.status(), response.url()).toBeLessThan(400);
  });
  await page.getByRole("link", { name: "The page at 300 dots per inch" }).click();
  await expect(page.getByRole("img", { name: /^One typeset page .* Arrow keys move/ })).toBeVisible();
  await expect.poll(() => tiles.length).toBeGreaterThan(0);
  const before = tiles.length;
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(() => tiles.length).toBeGreaterThan(before);
  await page.getByRole("button", { name: "Rotate to the right" }).click();
  await page.getByRole("button", { name: "Fit the page" }).click();
  await expectAccessible(page);
});

test("a reader pages through a PDF; the address, the title and the voice follow", async ({ page }) => {
  await untilPictured(page, pdf);
  await page.getByRole("link", { name: "Page 1", exact: true }).click();
  await expect(page.getByText("The documents in this archive may be read by everyone")).toBeAttached();
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(/\/scans\/2$/);
  await expect(page).toHaveTitle(/^Page 2 of 3 · Notice to Readers/);
  await expect(page.getByRole("status").filter({ hasText: "Page 2 of 3" })).toBeAttached();
  await page.getByRole("link", { name: "Next page" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/\/scans\/3$/);
  await expect(page.getByText("Los documentos", { exact: false }).first()).toBeAttached();
  await page.goBack();
  await expect(page).toHaveURL(/\/scans\/2$/);
  await expect(page.getByText("Page 2 of 3").last()).toBeVisible();
  await expectAccessible(page);
});

test("without JavaScript the pages are pictures and links, and the original can be proven", async ({
  noScript: page,
  request,
}) => {
  await untilPictured(page, pdf);
  await page.getByRole("link", { name: "Page 2", exact: true }).click();
  await expect(page.getByRole("img", { name: /\(page 2 of 3\)$/ })).toBeVisible();
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(/\/scans\/3$/);
  await expect(page.getByRole("button", { name: "Zoom in" })).toHaveCount(0);

  const shown = await page.getByText(/^[0-9a-f]{64}$/).innerText();
  const href = await page.getByRole("link", { name: /^Download the original/ }).getAttribute("href");
  const original = await request.get(href ?? "");
  expect(original.headers()["content-disposition"]).toContain(`attachment; filename="notice.pdf"`);
  expect(
    createHash("sha256")
      .update(await original.body())
      .digest("hex"),
  ).toBe(shown);
});

test("tiles may be kept for ever by browsers and are what they say", async ({ page, request }) => {
  await untilPictured(page, image);
  const thumbnail = await page
    .getByRole("list", { name: "Pages" })
    .getByRole("presentation")
    .first()
    .getAttribute("src");
  const answer = await request.get(thumbnail ?? "");
  expect(answer.headers()["content-type"]).toBe("image/webp");
  expect(answer.headers()["cache-control"]).toBe("private, max-age=31536000, immutable");
  expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
  const folder = (thumbnail ?? "").replace(/[^/]+$/, "");
  const tiles = await (await request.get(`${folder}info.json`)).json();
  expect(tiles).toMatchObject({ width: 2481, height: 3510, profile: "level0" });
  expect((await request.head(thumbnail ?? "")).status()).toBe(200);
  for (const wrong of ["..%2F..%2Fx", "320.png", "0,0,1,1/1,1/0/default.jpg"])
    expect((await request.get(folder + wrong)).status(), wrong).toBe(404);
});
