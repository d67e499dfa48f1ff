import { expect, test } from "@/tests/fixtures/reader";

const alekseev = "telegram-from-soviet-ambassador-to-cuba-a-i-alekseev-to-ussr-foreign-ministry";

test("a record's number redirects for ever to its address", async ({ page, request }) => {
  await page.goto(`/document/${alekseev}`);
  const number = await page.getByRole("complementary").getByText(/^\d+$/).textContent();
  const answer = await request.get(`/document/${number}`, { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  expect(answer.headers()["location"]).toBe(`/document/${alekseev}`);
});

test("an unknown address is not found, and says how to go on", async ({ page }) => {
  for (const path of [
    "/document/nothing-here",
    "/document/999999",
    "/people/nobody",
    "/years/1066",
    "/no-such-page",
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
    await expect(page.getByRole("search").first()).toBeVisible();
  }
});

test("a list has no page beyond its last", async ({ request }) => {
  const answer = await request.get("/collection/cuba-arms-transfers-and-the-missile-crisis-1959-1962?page=2");
  expect(answer.status()).toBe(404);
});

test("a withdrawn record is gone: its tombstone says when and why, and nothing of the record", async ({
  page,
}) => {
  const answer = await page.goto("/document/first-notice-to-readers");
  expect(answer?.status()).toBe(410);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This record has been withdrawn");
  await expect(page.getByRole("main").getByRole("time")).toHaveText(/^\d{1,2} \w+ \d{4}$/);
  await expect(page).not.toHaveTitle(/First Notice/i);
  await expect(page.getByRole("main")).not.toContainText(/First Notice/i);
});

test("a draft shows by no door", async ({ request }) => {
  const draft = "plan-for-describing-further-collections";
  expect((await request.get(`/document/${draft}`)).status()).toBe(404);
  for (const path of [
    "/",
    "/collections",
    "/collection/about-this-archive",
    "/people",
    "/years",
    "/years/undated",
  ]) {
    const text = await (await request.get(path)).text();
    expect(text, path).not.toContain(draft);
    expect(text, path).not.toMatch(/Plan for Describing/i);
  }
});

test("pages name their own address, and machines are kept from combinations of filters", async ({
  page,
  request,
}) => {
  await page.goto("/people?letter=k");
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", /\/people$/);
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain("Disallow: /search?");
});
