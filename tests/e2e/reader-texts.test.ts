import { expect, expectAccessible, test } from "@/tests/fixtures/reader";

const record = "/document/how-this-archive-describes-a-document";

test("a translation is read beside its original, and a paragraph of it is cited and found again", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(record);
  await page.getByRole("link", { name: "Read side by side" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Transcript (English)" })).toBeVisible();
  const original = page.getByText("A person may have signed in several spellings");
  const translation = page.getByText("Eine Person kann in mehreren Schreibweisen");
  const [left, right] = [await original.boundingBox(), await translation.boundingBox()];
  expect(left?.y).toBe(right?.y);
  await page
    .getByRole("navigation", { name: "Right side" })
    .getByRole("link", { name: "Translation (Russian)" })
    .click();
  await expect(page.getByText("Имя одного человека может встречаться")).toBeVisible();

  await page.goto(record);
  await page.getByRole("link", { name: "Paragraph 14", exact: true }).focus();
  await page.getByRole("button", { name: "Copy citation of paragraph 14" }).click();
  await expect(page.getByText("Citation copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Open History Archive.*paragraph 14.*#p14\.?$/);

  const other = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const elsewhere = await other.newPage();
  await elsewhere.goto(/\S+#p14/.exec(copied)?.[0] ?? "");
  const paragraph = elsewhere.locator(":target");
  await expect(paragraph).toContainText("Eine Person kann in mehreren Schreibweisen");
  await expect(paragraph).toBeInViewport();
  await other.close();
});

test("the same without JavaScript", async ({ noScript: page }) => {
  await page.goto(record);
  await page.getByRole("link", { name: "Paragraph 14", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(":target")).toContainText("Eine Person kann in mehreren Schreibweisen");
  await expect(page.locator(":target")).toBeInViewport();
  await page.locator(":target").getByRole("link", { name: "Cite" }).click();
  await expect(page.getByText(/paragraph 14/).first()).toBeVisible();

  await page.goto(`${record}/read?left=scan&page=2`);
  await expect(page.getByRole("img").first()).toBeVisible();
  await expect(page.getByText("A person may have signed in several spellings")).toBeVisible();
});

test("on a phone the ways to cite and download stand before the texts", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(record);
  const aside = await page.getByRole("complementary", { name: "This record" }).boundingBox();
  const text = await page.getByRole("region", { name: "Transcript (English)" }).boundingBox();
  expect(aside && text && aside.y + aside.height < text.y).toBe(true);
  expect(aside?.height).toBeLessThan(420);
  await expectAccessible(page);
});

test("on a phone the sides are tabs, with and without JavaScript", async ({ page, noScript }) => {
  for (const phone of [page, noScript]) {
    await phone.setViewportSize({ width: 390, height: 844 });
    await phone.goto("/document/notice-to-readers/read");
    const [english, arabic] = [phone.getByText("If you find a mistake"), phone.getByText("إذا وجدتم خطأً")];
    await expect(english).toBeVisible();
    await expect(arabic).toBeHidden();
    await phone.getByRole("radio", { name: "Translation (Arabic)" }).check();
    await expect(arabic).toBeVisible();
    await expect(english).toBeHidden();
  }
  await expectAccessible(page);
});

test("Arabic stands from right to left, in its language, with a warning", async ({ page }) => {
  await page.goto("/document/notice-to-readers");
  const words = page.getByText("إذا وجدتم خطأً");
  expect(await words.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  expect(await words.evaluate((element) => element.closest("[lang]")?.getAttribute("lang"))).toBe("ar");
  await expect(page.getByText("This translation was made by a machine").first()).toBeVisible();
});

test("notes lead to their place in the text and back", async ({ page }) => {
  await page.goto(record);
  await page.getByLabel("Note *", { exact: true }).click();
  await expect(page.locator(":target")).toContainText("of this collection is one");
  await page.getByLabel("Back to note * in the text").click();
  await expect(page.locator(":target")).toBeInViewport();
});

for (const [how, query, words] of [
  ["as typed", "honorific", "honorific"],
  ["in the language of queries", "text:honorif* -zeppelin", "honorif*"],
  ["misspelt", "honorifc", "honorifc honorif*"],
] as const) {
  test(`a hit in a text opens at its paragraph with the words marked: ${how}`, async ({ page }) => {
    await page.goto(`/search?${new URLSearchParams({ q: query })}`);
    await page.getByRole("link", { name: "Note on Names and Their Spellings" }).click();
    const address = `/document/note-on-names-and-their-spellings?${new URLSearchParams({ q: words })}#p4`;
    await expect(page).toHaveURL(address);
    await expect(page.locator(":target")).toBeInViewport();
    const marked = () => page.evaluate(() => [...(CSS.highlights.get("searched") ?? [])].map(String));
    await expect.poll(marked).toEqual(["honorific"]);
  });
}

test("a record is downloaded as plain text; withdrawn ones and drafts are not", async ({ request }) => {
  const answer = await request.get(`${record}.txt`);
  expect(answer.headers()).toMatchObject({ "content-type": "text/plain; charset=utf-8" });
  expect(answer.headers()["last-modified"]).toBeTruthy();
  const text = await answer.text();
  expect(text).toContain("[14] Eine Person kann");
  expect(text).toContain("(a) Im Original: slip of the pen.");
  const etag = answer.headers()["etag"] ?? "";
  const again = await request.get(`${record}.txt`, { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);
  const since = { "if-modified-since": answer.headers()["last-modified"] ?? "" };
  expect((await request.get(`${record}.txt`, { headers: since })).status()).toBe(304);
  const head = await request.head(`${record}.txt`);
  expect(head.headers()["content-length"]).toBe(String(Buffer.byteLength(text)));
  const second = await request.get(`${record}/format/txt`, { maxRedirects: 0 });
  expect([second.status(), second.headers()["location"]]).toEqual([308, `${record}.txt`]);
  expect((await request.get("/document/first-notice-to-readers.txt")).status()).toBe(410);
  expect((await request.get("/document/plan-for-describing-further-collections.txt")).status()).toBe(404);
  expect((await request.get(`${record}.exe`)).status()).toBe(404);
});
