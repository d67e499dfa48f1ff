import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/tests/fixtures/reader";

const field = (page: Page) => page.getByRole("combobox", { name: "Search for" });
const list = (page: Page) => page.getByRole("listbox", { name: "Suggestions" });
const option = (page: Page, name: string | RegExp) => list(page).getByRole("option", { name });

/** Types as a reader does and waits for suggestions. */
async function type(page: Page, words: string) {
  await field(page).pressSequentially(words);
  await expect(list(page)).toBeVisible();
}

const chosen = (page: Page) => list(page).getByRole("option", { selected: true });

test("the keyboard alone leads from a few letters to a person", async ({ page }) => {
  await page.goto("/");
  await field(page).focus();
  await type(page, "khru");
  await expect(page.getByText(/^\d+ suggestions?$/)).toBeVisible();
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
  await expect(chosen(page)).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  const person = option(page, /^Khrushchev, Nikita Sergeevich 2 records/);
  await expect(person).toHaveAttribute("aria-selected", "true");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", (await person.getAttribute("id")) ?? "");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/people/khrushchev-nikita-sergeevich");
});

test("arrows, Home and End go through the list and back to the field", async ({ page }) => {
  await page.goto("/collections");
  await type(page, "cuba");
  const options = list(page).getByRole("option");
  await page.keyboard.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(chosen(page)).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await expect(options.last()).toBeInViewport();
  await page.keyboard.press("Home");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowLeft");
  await expect(chosen(page)).toHaveCount(0);
  await expect(field(page)).not.toHaveAttribute("aria-activedescendant");
});

test("Enter without a choice searches for the words", async ({ page }) => {
  await page.goto("/collections");
  await type(page, "mikoyan");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=mikoyan");
});

test("Escape closes the list, then empties the field; Tab moves on", async ({ page }) => {
  await page.goto("/search");
  await type(page, "mik");
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(field(page)).toHaveValue("mik");
  await page.keyboard.press("ArrowDown");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(field(page)).toHaveValue("");
  await type(page, "mik");
  await page.keyboard.press("Tab");
  await expect(list(page)).toBeHidden();
  await expect(page.getByRole("link", { name: "Search help" })).toBeFocused();
});

test("the pointer follows a suggestion, and another tab can be opened", async ({ page, context }) => {
  await page.goto("/");
  await type(page, "cast");
  const popup = context.waitForEvent("page");
  await option(page, /^Castro, Fidel/).click({ modifiers: ["ControlOrMeta"] });
  await expect(await popup).toHaveURL("/people/castro-fidel");
  await option(page, /^Castro, Fidel/).click();
  await expect(page).toHaveURL("/people/castro-fidel");
});

test("a name in another script is recognised and said", async ({ page }) => {
  await page.goto("/");
  await type(page, "Алекс");
  await expect(option(page, /^Alekseev, Aleksandr Ivanovich .* also Алексеев, Александр/)).toBeVisible();
});

test("people, places, subjects, collections and records stand in groups", async ({ page }) => {
  await page.goto("/");
  await type(page, "cuba");
  for (const name of ["People and organisations", "Places", "Subjects", "Collections", "Records"])
    await expect(page.getByRole("group", { name }).getByRole("option").first()).toBeAttached();
});

test("an answer that comes late does not take the place of a later one", async ({ page }) => {
  await page.route("/search/suggest?q=cas", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue().catch(() => undefined);
  });
  await page.goto("/");
  const asked = page.waitForRequest("/search/suggest?q=cas");
  await field(page).fill("cas");
  await asked;
  await field(page).fill("mik");
  await expect(option(page, /^Mikoyan/)).toBeVisible();
  await page.waitForTimeout(1_600);
  await expect(option(page, /^Castro/)).toHaveCount(0);
});

test("where no suggestions come, the form works as ever", async ({ page }) => {
  await page.route("/search/suggest?*", (route) => route.fulfill({ status: 200, body: "no JSON" }));
  await page.goto("/");
  const answered = page.waitForResponse("/search/suggest?*");
  await field(page).fill("mikoyan");
  await answered;
  await expect(list(page)).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=mikoyan/);
});

test("without JavaScript the field is a search field", async ({ noScript: page }) => {
  await page.goto("/");
  await page.getByRole("searchbox", { name: "Search for" }).fill("mikoyan");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/search\?q=mikoyan/);
});

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [1440, 390])
    test(`the open list is accessible and moves nothing, ${colorScheme}, ${width} px wide`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 844 });
      for (const path of ["/", "/collections", "/search?q=Cuba", "/nowhere-at-all"]) {
        await page.goto(path);
        const before = await page.getByRole("heading", { level: 1 }).boundingBox();
        await field(page).fill("");
        await type(page, "cuba");
        await page.keyboard.press("ArrowDown");
        await expectAccessible(page);
        expect(await page.getByRole("heading", { level: 1 }).boundingBox()).toEqual(before);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });

test("programs and browsers are answered too, and nothing they send is too much", async ({ request }) => {
  const answer = await request.get("/search/suggest?q=alexeev");
  expect(answer.headers()["cache-control"]).toMatch(/max-age=\d{2}$/);
  expect(await answer.json()).toMatchObject({
    query: "alexeev",
    groups: [{ kind: "people", suggestions: [{ href: "/people/alekseev-aleksandr-ivanovich" }] }],
  });
  const open = await request.get("/search/suggest?q=alexeev&format=opensearch");
  expect(open.headers()["content-type"]).toBe("application/x-suggestions+json");
  const [words, completions] = await open.json();
  expect([words, completions]).toEqual(["alexeev", ["Alekseev, Aleksandr Ivanovich"]]);
  for (const q of ["", "%20", `${"a ".repeat(2_000)}`, "%F0%9F%98%80", "%22%27%5C(*%3A%26%7C!"]) {
    const odd = await request.get(`/search/suggest?q=${q}`);
    expect(odd.status(), q).toBe(200);
  }
  const description = await request.get("/opensearch.xml");
  expect(description.headers()["content-type"]).toContain("application/opensearchdescription+xml");
  expect(await description.text()).toContain("/search/suggest?q={searchTerms}&amp;format=opensearch");
});
