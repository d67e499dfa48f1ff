import { expect, expectAccessible, test } from "@/tests/fixtures/reader";

const record = "/document/how-this-archive-describes-a-document";
const styles = ["Chicago", "MLA", "APA", "Turabian", "Archival footnote"];

test("a reader cites a document in five styles and copies one", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${record}/cite`);
  for (const name of styles)
    await expect(page.getByRole("heading", { level: 2, name: new RegExp(`^${name}`) })).toBeVisible();
  const chicago = page.getByRole("region", { name: /^Chicago/ });
  await chicago.getByRole("button", { name: "Copy" }).first().click();
  await expect(page.getByRole("status")).toHaveText("Copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/“How This Archive Describes a Document,” statement, (?:.+, )?November 2026/);
});

test("the citations open above the record", async ({ page }) => {
  await page.goto(record);
  await page.getByRole("link", { name: "Cite", exact: true }).click();
  const above = page.getByRole("dialog", { name: "Cite this document" });
  await expect(above.getByRole("heading", { name: /^Turabian/ })).toBeVisible();
  await expectAccessible(page);
  await above.getByRole("button", { name: "Close" }).click();
  await expect(above).toBeHidden();
});

test("without script the citations are a page of words to select", async ({ noScript }) => {
  await noScript.goto(record);
  await noScript.getByRole("link", { name: "Cite", exact: true }).click();
  await expect(noScript).toHaveURL(`${record}/cite`);
  await expect(noScript.getByText("Open History Archive. (2026, November).").first()).toBeVisible();
  await expect(noScript.getByRole("button", { name: "Copy" })).toHaveCount(0);
});

test("a citation names a paragraph and a day", async ({ page }) => {
  await page.goto(`${record}/cite?p=2`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cite paragraph 2");
  await expect(page.getByRole("region", { name: /^Chicago/ })).toContainText("para. 2");
  await page.getByRole("link", { name: "Cite it as of that day" }).click();
  await expect(page.getByRole("region", { name: /^Archival/ })).toContainText("(as of ");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`everyone can read the citations in ${colorScheme} colours`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, ...(baseURL === undefined ? {} : { baseURL }) });
    const page = await context.newPage();
    await page.goto(`${record}/cite`);
    await expectAccessible(page);
    await context.close();
  });
}

for (const [ending, type] of [
  ["ris", "application/x-research-info-systems"],
  ["bib", "application/x-bibtex"],
  ["csl.json", "application/vnd.citationstyles.csl+json"],
  ["pdf", "application/pdf"],
] as const) {
  test(`a document is a file that ends with .${ending}`, async ({ request }) => {
    const address = `${record}.${ending}`;
    const answer = await request.get(address);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-type"]).toContain(type);
    expect(answer.headers()["access-control-allow-origin"]).toBe("*");
    const etag = answer.headers()["etag"] ?? "";
    const again = await request.get(address, { headers: { "If-None-Match": etag } });
    expect(again.status()).toBe(304);
    expect((await request.head(address)).status()).toBe(200);
    expect((await request.get(`/document/first-notice-to-readers.${ending}`)).status()).toBe(410);
    expect((await request.get(`/document/plan-for-describing-further-collections.${ending}`)).status()).toBe(
      404,
    );
    if (ending === "pdf") expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  });
}
