import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { deskIn, freshTitle, newDraft, signIn } from "../fixtures/desk";

let sql: postgres.Sql;
test.beforeAll(() => {
  sql = postgres(process.env.DATABASE_URL ?? "", { max: 1 });
});
test.afterAll(() => sql.end());

/** As if the search engine had refused a record for this reason: it is tried again in an hour. */
async function failToIndex(recordId: number, reason: string) {
  await sql`
    insert into jobs.job (name, data, start_after, retry_limit, retry_backoff, retry_delay)
    values ('index-failing', jsonb_build_object('recordId', ${recordId}::integer, 'reason', ${reason}::text), now() + interval '1 hour', 10, true, 1)
  `;
}

const idIn = (address: string) => Number(/\d+$/.exec(address)?.[0]);

test("a curator sees how it stands with the index, and has a record that failed tried again", async ({
  page,
}) => {
  const title = freshTitle("Refused by the engine");
  await signIn(page);
  const id = idIn(await newDraft(page, title));
  await failToIndex(id, "The search engine refused a job: made for a test");
  await page.goto("/admin");
  await expect(page.getByRole("heading", { name: "Search index" })).toBeVisible();
  await expect(page.getByText("answers", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: /could not be indexed$/ })).toBeVisible();
  await expect(page.getByText("The search engine refused a job: made for a test")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole("button", { name: `Try ${id} again` }).press("Enter");
  await expect(page.getByText("These records are being indexed again.")).toBeVisible();
  await expect(async () => {
    await page.goto("/admin");
    expect(await page.getByText("made for a test").count()).toBe(0);
    expect(await page.getByText("nothing", { exact: true }).count()).toBe(1);
  }).toPass();
});

test("without scripts all records that failed are tried again", async ({ browser }) => {
  const page = await deskIn(browser, { javaScriptEnabled: false });
  for (const name of ["First", "Second"]) {
    await page.goto("/admin/records/new");
    const form = await newDraft(page, freshTitle(name));
    await failToIndex(idIn(form), `${name} refusal`);
  }
  await page.goto("/admin");
  await expect(page.getByText("First refusal")).toBeVisible();
  await page.getByRole("button", { name: "Try all again" }).click();
  await expect(page.getByText("These records are being indexed again.")).toBeVisible();
  await expect(page.getByText("Second refusal")).toHaveCount(0);
  await page.context().close();
});

test("figures for monitoring are there for whoever asks, without names or titles", async ({ request }) => {
  const answer = await request.get("/metrics");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("text/plain");
  expect(answer.headers()["cache-control"]).toContain("no-store");
  const text = await answer.text();
  expect(text).toMatch(/^archive_index_jobs_waiting \d+$/m);
  expect(text).toMatch(/^archive_search_engine_up 1$/m);
  for (const line of text.split("\n").filter(Boolean))
    expect(line).toMatch(/^(?:# (?:HELP|TYPE) )?archive_[a-z_]+ /);
});
