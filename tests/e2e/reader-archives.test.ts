import type { Browser, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/tests/fixtures/reader";
import { deskIn, freshTitle } from "@/tests/fixtures/desk";

test.describe.configure({ mode: "serial" });

const archive = freshTitle("Archive of the Test");
const first = freshTitle("First sheets");
const second = freshTitle("Sheets that overlap");
const third = freshTitle("Later sheets");
let firstNumber = "";

/** Publishes a record from the desk, with its reference as written and a relation if asked. */
async function publish(page: Page, title: string, raw: string, relation?: { kind: string; to: string }) {
  await page.goto("/admin/records/new");
  await page.getByRole("textbox", { name: "Title", exact: true }).fill(title);
  await page.getByRole("button", { name: "Add a reference" }).click();
  await page.getByLabel("Reference as the source words it").fill(raw);
  await page.getByLabel("or a new repository").fill(archive);
  if (relation) {
    await page.getByRole("button", { name: "Add a related record" }).click();
    await page.getByLabel("This record").selectOption({ label: relation.kind });
    await page.getByLabel("Number or address of the other record").fill(relation.to);
  }
  await page.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL(/\/admin\/records\/\d+/);
  return /\/records\/(\d+)/.exec(page.url())?.[1] ?? "";
}

async function publishAll(browser: Browser) {
  const desk = await deskIn(browser);
  firstNumber = await publish(desk, first, `${archive}, f. 5, op. 49, d. 131/2, ll. 193-194`);
  await publish(desk, second, `${archive}, f. 5, op. 49, d. 131/2, l. 194`, {
    kind: "has as attachment",
    to: firstNumber,
  });
  await publish(desk, third, `${archive}, f. 5, op. 49, d. 131/2, ll. 203-205`);
  await desk.context().close();
}

test("a reader walks from an archive to a file and its folios, and back", async ({
  browser,
  noScript: page,
}) => {
  test.slow();
  await publishAll(browser);
  await page.goto("/repositories");
  await page.getByRole("link", { name: archive }).click();
  const held = page.getByRole("region", { name: "Held here" });
  await expect(held.getByRole("link", { name: "op. 49" })).toBeVisible();
  await held.getByRole("link", { name: "f. 5" }).click();
  await page.getByRole("region", { name: "Held here" }).getByRole("link", { name: "op. 49" }).click();
  await page.getByRole("region", { name: "Held here" }).getByRole("link", { name: "d. 131/2" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("d. 131/2");
  await expect(page).toHaveTitle(new RegExp(`^d\\. 131/2, op\\. 49, f\\. 5, ${archive}`));
  const table = page.getByRole("table", { name: "Published documents of this file" });
  await expect(table.getByRole("row")).toHaveText([
    /Folios/,
    new RegExp(`^ll\\. 193-194.*${first}.*Overlaps with ${second}, possible duplicate`),
    new RegExp(`^l\\. 194.*${second}.*Overlaps with ${first}, possible duplicate`),
    /^195–202not published here$/,
    new RegExp(`^ll\\. 203-205.*${third}`),
  ]);
  await expect(page.getByRole("img", { name: /195–202 are not published here/ })).toBeVisible();
  await table.getByRole("link", { name: first, exact: true }).first().click();
  const description = page.getByRole("region", { name: "Description" });
  await description.getByRole("link", { name: "d. 131/2" }).click();
  const trail = page.getByRole("navigation", { name: "Breadcrumbs" });
  await trail.getByRole("link", { name: "op. 49" }).click();
  await trail.getByRole("link", { name: "f. 5" }).click();
  await trail.getByRole("link", { name: archive }).click();
  await expect(page.getByRole("heading", { level: 1, name: archive })).toBeVisible();
});

test("a relation said once is read from both sides", async ({ page }) => {
  await page.goto(`/document/${firstNumber}`);
  await page.getByRole("region", { name: "Attachment of" }).getByRole("link", { name: second }).click();
  await expect(page.getByRole("heading", { level: 1, name: second })).toBeVisible();
  await page.getByRole("region", { name: "Has attachment" }).getByRole("link", { name: first }).click();
  await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();
});

test("the records of one meeting stand on one timeline", async ({ noScript: page }) => {
  await page.goto("/document/memorandum-of-conversation-between-castro-and-mikoyan");
  const meeting = page.getByRole("region", { name: "Records of the same meeting" });
  await expect(meeting.getByRole("listitem")).toHaveText([
    /November 03, 1962/,
    /November 04, 1962.*This record/,
    /November 05, 1962/,
  ]);
  await meeting.getByRole("link", { name: "Conversation between the Cuban Leadership and Mikoyan" }).click();
  await expect(meeting.getByRole("listitem").last()).toContainText("This record");
});

test("a record says which other may be the same document, and which are like it", async ({ page }) => {
  await page.goto(
    "/document/cable-from-ussr-ambassador-to-cuba-alekseev-to-soviet-ministry-of-foreign-affairs",
  );
  await expect(page.getByText(/May describe the same document as/)).toBeVisible();
  const similar = page.getByRole("region", { name: "More like this" });
  await expect(similar.getByText(/^Shares: .*Alekseev/).first()).toBeVisible();
});

test("a date in the title that differs from the record's is said", async ({ page }) => {
  await page.goto("/collection/cuba-arms-transfers-and-the-missile-crisis-1959-1962");
  await page.getByRole("link", { name: /Record of a Conversation with Prime Minister of Cuba/ }).click();
  await expect(page.getByText("The title gives 21 January 1961")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });
    test("archives, fonds and files can be read by everyone", async ({ page }) => {
      await page.goto("/repositories");
      await page.getByRole("link", { name: archive }).click();
      await page.getByRole("region", { name: "Held here" }).getByRole("link", { name: "f. 5" }).waitFor();
      await expectAccessible(page);
      await page.getByRole("region", { name: "Held here" }).getByRole("link", { name: "f. 5" }).click();
      await page.getByRole("heading", { level: 1, name: "f. 5" }).waitFor();
      await expectAccessible(page);
      await page.goto(`${page.url()}/op.%2049/d.%20131%2F2`);
      await page.getByRole("table").waitFor();
      await expectAccessible(page);
    });
  });
}
