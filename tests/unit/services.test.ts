import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";
import { claimFolder, holderOf } from "@/lib/services/claim";
import { isPortFree, pickPort } from "@/lib/services/ports";
import { beginningOf, isAlive } from "@/lib/services/processes";
import { canReach } from "@/lib/services/run-as";
import { serviceSettings } from "@/lib/services/settings";
import { openState, parseState } from "@/lib/services/state-file";

const test = base.extend<{ folder: string }>({
  // Playwright reads the names of the fixtures from this pattern; there is none to name.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "archive-unit-"));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

test("without settings both services are embedded", () => {
  expect(serviceSettings({ DATABASE_URL: "" })).toMatchObject({ databaseUrl: null, meili: null });
});

test("each service is replaced by its own variable", () => {
  const settings = serviceSettings({ MEILI_URL: "http://search:7700", MEILI_KEY: "k" });
  expect(settings).toMatchObject({ databaseUrl: null, meili: { url: "http://search:7700", key: "k" } });
});

test("a DATABASE_URL of something else than PostgreSQL is refused by name", () => {
  expect(() => serviceSettings({ DATABASE_URL: "mysql://localhost/x" })).toThrow("DATABASE_URL");
});

test("secrets made up once stay the same", ({ folder }) => {
  const first = openState(folder);
  expect(openState(folder)).toEqual(first);
  expect(Buffer.from(first.serverActionsKey, "base64")).toHaveLength(32);
});

test("a damaged state file is not replaced", ({ folder }) => {
  const file = join(folder, "services.json");
  writeFileSync(file, '{"postgresPassword": "sec');
  expect(() => openState(folder)).toThrow("damaged");
  expect(readFileSync(file, "utf8")).toBe('{"postgresPassword": "sec');
});

test("a state of an earlier version gets what it lacks", () => {
  expect(parseState('{"postgresPassword":"old"}')).toMatchObject({
    postgresPassword: "old",
    meiliPort: 7709,
  });
});

test("a folder is held by one process at a time", ({ folder }) => {
  const claim = claimFolder(folder, "start");
  if (!("release" in claim)) throw new Error("an empty folder could not be claimed");
  expect(claimFolder(folder, "dev")).toMatchObject({ holder: { pid: process.pid, command: "start" } });
  claim.publish({ address: "http://127.0.0.1:3000" });
  expect(holderOf(folder)?.address).toBe("http://127.0.0.1:3000");
  claim.release();
  expect(holderOf(folder)).toBeNull();
  expect(claimFolder(folder, "dev")).toHaveProperty("release");
});

test("the claim of a dead process does not count", ({ folder }) => {
  const dead = { pid: 2 ** 22 - 1, beginning: "1", command: "start" };
  writeFileSync(join(folder, "running.json"), JSON.stringify(dead));
  expect(holderOf(folder)).toBeNull();
  expect(claimFolder(folder, "start")).toHaveProperty("release");
});

test("a later process with the same id does not hold the folder", ({ folder }) => {
  base.skip(beginningOf(process.pid) === null, "cannot be told on this system");
  const earlier = { pid: process.pid, beginning: "1", command: "start" };
  writeFileSync(join(folder, "running.json"), JSON.stringify(earlier));
  expect(holderOf(folder)).toBeNull();
});

test("a taken port is not free, and another one is picked", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const taken = address !== null && typeof address === "object" ? address.port : 0;
  expect(await isPortFree(taken)).toBe(false);
  expect(await pickPort([taken])).not.toBe(taken);
  await new Promise((resolve) => server.close(resolve));
  expect(await pickPort([taken])).toBe(taken);
});

test("this process is alive and an unused id is not", () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(isAlive(2 ** 22 - 1)).toBe(false);
});

test("a closed folder cannot be reached by others", ({ folder }) => {
  const stranger = { name: "stranger", uid: 4_000_000, gid: 4_000_000 };
  expect(canReach(stranger, folder)).toBe(false);
  expect(canReach(stranger, tmpdir())).toBe(true);
});
