import sharp from "sharp";
import { deskIn, freshTitle, newDraft, signIn } from "@/tests/fixtures/desk";
import { expect, expectAccessible, test } from "@/tests/fixtures/reader";

test.describe.configure({ timeout: 150_000 });

/** A picture nobody else's test has, of two kinds of grey. */
const tiff = () =>
  sharp({ create: { width: 1_300, height: 900, channels: 3, background: { r: 200, g: 200, b: 200 } } })
    .composite([
      {
        input: Buffer.from(
          `<svg width="600" height="80"><text y="50" font-size="40">${Math.random()}</text></svg>`,
        ),
      },
    ])
    .tiff()
    .toBuffer();

const disguised = {
  name: "scan.jpg",
  mimeType: "image/jpeg",
  buffer: Buffer.from("<!doctype html><p>No picture</p>"),
};

test("a curator uploads scans, sees what is refused and why, follows the tiling and publishes", async ({
  page,
  request,
}) => {
  await signIn(page);
  const form = await newDraft(page, freshTitle("Record with scans"));
  await page.getByRole("link", { name: "Files" }).click();
  await page
    .getByLabel("Add files")
    .setInputFiles([{ name: "Größe 1.tif", mimeType: "image/tiff", buffer: await tiff() }, disguised]);
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByText("1 file added.")).toBeVisible();
  await expect(page.getByText(/^scan\.jpg: Its contents are a web page \(HTML\)/)).toBeVisible();
  await expect(page.getByText("Thumbnails and tiles are ready.")).toBeVisible({ timeout: 90_000 });
  await expectAccessible(page);

  const file = (await page.getByRole("link", { name: "Download" }).getAttribute("href")) ?? "";
  const thumbnail = (await page.getByRole("presentation").first().getAttribute("src")) ?? "";
  const tiles = thumbnail.replace("320.webp", "info.json");
  for (const address of [file, thumbnail, tiles])
    expect((await request.get(address)).status(), address).toBe(404);
  expect((await page.request.get(tiles)).headers()["cache-control"]).toBe("private, no-store");

  await page.getByText("Caption, description and source").click();
  await page.getByLabel("Caption").fill("The page in grey");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("What is said of the file is saved.")).toBeVisible();

  await page.goto(form);
  await page.getByRole("button", { name: "Save and publish" }).click();
  await expect(page.getByText("Saved and published.")).toBeVisible();
  for (const address of [file, thumbnail, tiles])
    expect((await request.get(address)).status(), address).toBe(200);
  await page.getByRole("link", { name: "View public page" }).click();
  await page.getByRole("link", { name: "The page in grey" }).click();
  await expect(page.getByRole("button", { name: "Zoom in" })).toBeVisible();
});

test("without scripts files are added, put in order and removed", async ({ browser }) => {
  const page = await deskIn(browser, { javaScriptEnabled: false });
  const form = await newDraft(page, freshTitle("Files without scripts"));
  await page.goto(`${form}/files`);
  await page.getByLabel("Add files").setInputFiles([
    { name: "first.tif", mimeType: "image/tiff", buffer: await tiff() },
    { name: "second.tif", mimeType: "image/tiff", buffer: await tiff() },
  ]);
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByText("2 files added.")).toBeVisible();
  await page.getByRole("button", { name: "Move second.tif up" }).click();
  await expect(page.getByText("The order is changed.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["second.tif", "first.tif"]);
  await page.getByText("Remove…").first().click();
  await page.getByRole("button", { name: "Remove second.tif" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["first.tif"]);
  await page.goto(`${form}/history`);
  await expect(page.getByText("Removed the file second.tif")).toBeVisible();
  await page.context().close();
});

test("nobody uploads who is not signed in", async ({ request }) => {
  const answer = await request.post("/admin/records/1/files/upload", {
    multipart: { files: disguised },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(401);
});
