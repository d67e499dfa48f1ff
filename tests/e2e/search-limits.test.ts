import { startChildServer, type ChildServer } from "@/lib/bench/child-server";
import { signIn } from "../fixtures/desk";
import { expect, expectAccessible, test } from "../fixtures/reader";

/** A second server on the same archive, with limits that a test can reach. */
let narrow: ChildServer;

test.beforeAll(async () => {
  Object.assign(process.env, { SEARCHES_PER_MINUTE: "30", SEARCHES_AT_ONCE: "2", SEARCHES_WAITING: "1" });
  narrow = await startChildServer("lib/bench/web-server.ts");
});
test.afterAll(() => narrow.stop());

test("who searches too much is told to wait, in words, and the rest of the archive stays open", async ({
  page,
  request,
  browser,
}) => {
  const at = (path: string) => `${narrow.url}${path}`;
  const curator = await (await browser.newContext({ baseURL: narrow.url })).newPage();
  await signIn(curator);

  const busy = await Promise.all(
    Array.from({ length: 12 }, (_, n) => request.get(at(`/search?q=flood+${n}`))),
  );
  const refused = busy.find((answer) => answer.status() === 503);
  expect(Number(refused?.headers()["retry-after"])).toBeGreaterThan(0);
  expect(await refused?.text()).toContain("took too long");

  const flood = await Promise.all(
    Array.from({ length: 40 }, () => request.get(at("/search?q=flood&format=json&page=1"))),
  );
  const limited = flood.find((answer) => answer.status() === 429);
  expect(Number(limited?.headers()["retry-after"])).toBeGreaterThan(0);
  expect(await limited?.json()).toMatchObject({ status: "limited" });
  for (const answer of flood) expect([200, 429, 503]).toContain(answer.status());

  const told = await page.goto(at("/search/too-many"));
  expect(told?.status()).toBe(429);
  await expect(page.getByRole("heading", { level: 1, name: "Too many searches" })).toBeVisible();
  await expectAccessible(page);
  expect((await request.get(at("/collections"))).status()).toBe(200);

  for (let number = 0; number < 20; number += 1) {
    const answer = await curator.goto(at(`/search?q=curator+${number}`));
    expect(answer?.status()).toBe(200);
  }
  await curator.context().close();
});
