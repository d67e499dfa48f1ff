import { expect, test } from "@playwright/test";
import { answerGone, dependsOn } from "@/lib/cache/render-scope";
import { everything } from "@/lib/archive/cache-tags";
import { markExpired, tagClock } from "@/lib/cache/tag-clock";
import type { Captured } from "@/lib/server/captured-response";
import { PageStore } from "@/lib/server/page-store";

const captured = (text: string, status = 200, location: string | null = null): Captured => ({
  status,
  header: (name) => (name === "location" ? location : null),
  body: Buffer.from(text),
});

const storeOf = (render: (address: string) => Promise<Captured>, limitBytes = 1_000_000) =>
  new PageStore(limitBytes, render, {});

test.beforeEach(() => {
  tagClock.trustedUntil = Infinity;
});
test.afterEach(() => {
  tagClock.trustedUntil = 0;
});

test("a page is rendered once and shown until one of its tags expires", async () => {
  let renders = 0;
  const store = storeOf(async () => {
    dependsOn("record:1", "collection:cuba");
    return captured(`made ${(renders += 1)}`);
  });
  await store.make("/document/a");
  expect(store.find("/document/a")?.body.toString()).toBe("made 1");
  markExpired(["record:2"]);
  expect(store.find("/document/a")).not.toBeNull();
  markExpired(["collection:cuba"]);
  expect(store.find("/document/a")).toBeNull();
  expect((await store.make("/document/a")).body.toString()).toBe("made 2");
});

test("a page that was edited while it was rendered is not kept", async () => {
  let title = "old";
  const read = resolvers();
  const edited = resolvers();
  const store = storeOf(async () => {
    dependsOn("record:1");
    const seen = title;
    read.resolve(undefined);
    await edited.promise;
    return captured(seen);
  });
  const first = store.make("/document/a");
  await read.promise;
  title = "new";
  markExpired(["record:1"]);
  edited.resolve(undefined);
  expect((await first).body.toString()).toBe("old");
  expect(store.find("/document/a")).toBeNull();
  expect((await store.make("/document/a")).body.toString()).toBe("new");
});

test("who asks after an edit does not share a rendering that began before it", async () => {
  let title = "old";
  const gates = [resolvers(), resolvers()];
  let renders = 0;
  const store = storeOf(async () => {
    dependsOn("record:1");
    const seen = title;
    await gates[renders++]?.promise;
    return captured(seen);
  });
  const before = store.make("/document/a");
  const sharing = store.make("/document/a");
  title = "new";
  markExpired(["record:1"]);
  const after = store.make("/document/a");
  for (const gate of gates) gate.resolve(undefined);
  expect((await before).body.toString()).toBe("old");
  expect(await sharing).toBe(await before);
  expect((await after).body.toString()).toBe("new");
  expect(renders).toBe(2);
});

test("while no news arrives nothing kept is shown, and nothing is kept", async () => {
  const store = storeOf(async () => {
    dependsOn("record:1");
    return captured("page");
  });
  await store.make("/document/a");
  tagClock.trustedUntil = 0;
  expect(store.find("/document/a")).toBeNull();
  await store.make("/document/b");
  tagClock.trustedUntil = Infinity;
  expect(store.find("/document/b")).toBeNull();
  expect(store.find("/document/a")).not.toBeNull();
  markExpired([everything]);
  expect(store.find("/document/a")).toBeNull();
});

test("410, 404 and 308 are kept as they are, a page that names no tag and a failure are not", async () => {
  const store = storeOf(async (address) => {
    if (address === "/nameless") return captured("page");
    dependsOn("record:1");
    if (address === "/gone") answerGone();
    if (address === "/unknown") return captured("not found", 404);
    if (address === "/moved") return captured("", 308, "/document/new");
    return captured(address, address === "/broken" ? 500 : 200);
  });
  for (const address of ["/gone", "/unknown", "/moved", "/nameless", "/broken"]) await store.make(address);
  expect(store.find("/gone")?.status).toBe(410);
  expect(store.find("/unknown")?.status).toBe(404);
  expect(store.find("/moved")).toMatchObject({ status: 308, headers: { Location: "/document/new" } });
  expect(store.find("/nameless")).toBeNull();
  expect(store.find("/broken")).toBeNull();
});

test("a page that does not exist is answered by the whole page for that, not by Next's empty shell", async () => {
  const store = storeOf(async (address) => {
    if (address === "/_not-found") return captured("<h1>Not found</h1>", 404);
    dependsOn("slug:unknown");
    return captured('<html id="__next_error__"></html>', 404);
  });
  const page = await store.make("/document/unknown");
  expect(page.body.toString()).toContain("Not found");
  expect(store.find("/document/unknown")).toBe(page);
});

test("memory is bounded, and refusals do not push out pages", async () => {
  const store = storeOf(async (address) => {
    dependsOn(address);
    return captured("x".repeat(10_000), address.startsWith("/no") ? 404 : 200);
  }, 400_000);
  for (let n = 0; n < 20; n += 1) await store.make(`/page-${n}`);
  for (let n = 0; n < 200; n += 1) await store.make(`/no-${n}`);
  expect(store.find("/page-19")).not.toBeNull();
  for (let n = 0; n < 200; n += 1) await store.make(`/page-${n}`);
  expect(store.held.bytes).toBeLessThanOrEqual(450_000);
  expect(store.held.pages).toBeGreaterThan(10);
});

function resolvers() {
  let resolve: (value: unknown) => void = () => undefined;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}
