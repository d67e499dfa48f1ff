import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/tests/fixtures/reader";

/** The number that the page says was found. */
async function totalOn(page: Page): Promise<number> {
  const words = await page.getByRole("heading", { level: 2, name: /records?$/ }).textContent();
  return Number(words?.replaceAll(/\D/g, ""));
}

/** What the link of this name downloads. */
async function downloaded(page: Page, name: string) {
  const coming = page.waitForEvent("download");
  await page
    .getByRole("region", { name: "Take these results with you" })
    .getByRole("link", { name, exact: true })
    .click();
  const download = await coming;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("a reader takes all results along, as a table and for a reference manager", async ({
  noScript: page,
}) => {
  await page.goto("/search?q=Cuba&from=1962&sort=oldest&page=2");
  const total = await totalOn(page);
  expect(total).toBeGreaterThan(1);
  const csv = await downloaded(page, "CSV");
  expect(csv.name).toMatch(/^search-cuba-1962-oldest-\d{4}-\d\d-\d\dT\d{4}Z\.csv$/);
  expect(csv.text.startsWith("\u{FEFF}id,address,title,")).toBe(true);
  expect(csv.text.match(/^\d+,http/gm)).toHaveLength(total);
  const ris = await downloaded(page, "RIS");
  expect(ris.text.match(/^ER {2}- /gm)).toHaveLength(total);
});

test("programs read the same results, all of them or page by page", async ({ request, page }) => {
  await page.goto("/search?q=Cuba");
  const total = await totalOn(page);
  const whole = await request.get("/search?q=Cuba&format=json");
  expect(whole.headers()).toMatchObject({
    "content-type": "application/json",
    "x-total-count": String(total),
    "access-control-allow-origin": "*",
    "x-robots-tag": "noindex",
    "cache-control": "no-store",
  });
  const all = await whole.json();
  expect(all).toMatchObject({ query: "Cuba", total, listed: total });
  expect(Date.parse(all.retrieved)).toBeGreaterThan(Date.now() - 60_000);
  const found: number[] = [];
  for (let next = "/search?q=Cuba&format=json&page=1"; next;) {
    const answer = await (await request.get(next)).json();
    found.push(...answer.records.map(({ id }: { id: number }) => id));
    next = answer.next ?? "";
  }
  expect(found).toEqual(all.records.map(({ id }: { id: number }) => id));
  const head = await request.head("/search?q=Cuba&format=csv");
  expect(head.headers()["x-total-count"]).toBe(String(total));
});

test("the address that programs once read leads to the new one, also from other sites", async ({
  request,
}) => {
  const answer = await request.get("/api/search?q=Alexeev&type[]=cable", { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  expect(answer.headers()["access-control-allow-origin"]).toBe("*");
  const page = await (await request.get("/api/search?q=Alexeev&type[]=cable")).json();
  expect(page).toMatchObject({ query: "Alexeev", parameters: { type: ["cable"] }, page: 1 });
});

test("a format that there is none of is answered with those there are", async ({ request }) => {
  const answer = await request.get("/search?q=Cuba&format=pdf");
  expect(answer.status()).toBe(400);
  expect(await answer.text()).toContain("format=csv");
});

test("any search can be followed as a feed", async ({ page, request }) => {
  await page.goto("/search?q=Cuba&type=telegram");
  const href = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
  expect(href).toMatch(/\/search\?q=Cuba&type=telegram&format=atom$/);
  const answer = await request.get(href ?? "");
  expect(answer.headers()["content-type"]).toContain("application/atom+xml");
  const feed = await page.evaluate(readFeed, await answer.text());
  const total = await totalOn(page);
  expect(feed).toMatchObject({ problem: null, total, self: href });
  expect(feed.entries).toHaveLength(Math.min(total, 100));
  expect(feed.ids.every((id) => /\/document\/\d+$/.test(id))).toBe(true);
  expect(feed.published).toEqual(feed.published.toSorted().toReversed());
  expect(feed.updated).toBe(feed.entries.toSorted().at(-1));
  const again = await request.get(href ?? "", {
    headers: { "if-none-match": answer.headers()["etag"] ?? "" },
  });
  expect(again.status()).toBe(304);
  const entry = await request.get(feed.ids[0] ?? "");
  expect(entry.url()).toBe(feed.links[0]);
});

/** What a feed reader takes from a feed; runs in the browser, whose parser accepts only well-formed XML. */
function readFeed(xml: string) {
  const feed = new DOMParser().parseFromString(xml, "application/xml");
  const atom = "http://www.w3.org/2005/Atom";
  const entries = [...feed.getElementsByTagNameNS(atom, "entry")];
  const textOf = (parent: Element, name: string) =>
    [...parent.children].find((child) => child.localName === name)?.textContent ?? "";
  const linkOf = (parent: Element, rel: string) =>
    [...parent.children].find((child) => child.localName === "link" && child.getAttribute("rel") === rel);
  return {
    problem: feed.querySelector("parsererror")?.textContent ?? null,
    total: Number(textOf(feed.documentElement, "totalResults")),
    updated: textOf(feed.documentElement, "updated"),
    self: linkOf(feed.documentElement, "self")?.getAttribute("href") ?? null,
    ids: entries.map((entry) => textOf(entry, "id")),
    published: entries.map((entry) => textOf(entry, "published")),
    entries: entries.map((entry) => textOf(entry, "updated")),
    links: entries.map((entry) => linkOf(entry, "alternate")?.getAttribute("href") ?? null),
  };
}

for (const query of [
  "type=telegram",
  "not-type=telegram",
  "from=1962",
  "certain=yes",
  "exact=yes",
  "view=table",
  "sort=newest",
  "page=2",
]) {
  test(`crawlers leave ${query} alone`, async ({ page }) => {
    await page.goto(`/search?q=Cuba&${query}`);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /\/search\?q=Cuba$/);
    for (const link of await page.locator('main a[href*="/search?"]').all())
      expect(await link.getAttribute("rel"), (await link.getAttribute("href")) ?? "").toContain("nofollow");
  });
}

test("crawlers are told what not to walk", async ({ request }) => {
  const robots = await (await request.get("/robots.txt")).text();
  for (const path of ["/search?", "/search/suggest", "/*?sort=", "/*&year=", "/admin"])
    expect(robots).toContain(`Disallow: ${path}\n`);
  expect(robots).not.toContain("page=");
});

const long = "x".repeat(1_900);
for (const [name, query] of [
  ["ten thousand parameters", Array.from({ length: 10_000 }, (_, n) => `p${n}=1`).join("&")],
  ["two thousand filters", Array.from({ length: 550 }, (_, n) => `not-type=a${n}`).join("&")],
  ["eight thousand letters", `q=${long}+${long}+${long}+${long}`],
  ["a page that there is none of", "q=Cuba&page=1000000000"],
  ["marks and nothing else", `q=${encodeURIComponent('"(((-"*:"'.repeat(200))}`],
  ["half a character", "q=%ED%A0%80&type=%FF"],
  ["lists within lists", "q[a][b]=1&type[][]=cable&page[]=2"],
  ["names of the language itself", "__proto__=1&constructor=2&toString=3&type=__proto__"],
  ["dates of no calendar", "from=9999-99-99&to=-99999999999"],
] as const) {
  for (const format of ["", "&format=json&page=1", "&format=csv"]) {
    test(`no error for ${name}${format}`, async ({ request }) => {
      const answer = await request.get(`/search?${query}${format}`);
      expect(answer.status()).toBeLessThan(500);
    });
  }
}

test("what is beyond the limits is said", async ({ noScript: page }) => {
  const filters = Array.from({ length: 30 }, (_, n) => `not-type=a${n}`).join("&");
  await page.goto(`/search?q=${"Cuba+".repeat(80)}&${filters}`);
  await expect(page.getByText("Only the first 300 characters")).toBeVisible();
  await expect(page.getByText("Only 20 filters can be used at once; 10 more were left aside.")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the pages around search files are accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const address of ["/search?q=Cuba", "/searches"]) {
      await page.goto(address);
      await expectAccessible(page);
    }
  });
}
