import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { endProcess, isAlive, processesIn } from "@/lib/services/processes";
import { openServiceContext, startServices, type Services } from "@/lib/services/services";
import { serviceSettings } from "@/lib/services/settings";

/** A data folder with services of its own, apart from those of the suite; everything is gone when the test ends. */
const local = test.extend<{ folder: string; start: () => Promise<Services> }>({
  // Playwright reads the names of the fixtures from this pattern; there is none to name.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "archive-services-"));
    await use(folder);
    for (const name of ["postgres", "meilisearch"])
      for (const pid of processesIn(join(folder, name))) await endProcess(pid, [["SIGKILL", 2_000]]);
    rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ folder }, use) => {
    const context = () =>
      openServiceContext(serviceSettings({ PATH: process.env["PATH"], ARCHIVE_DATA: folder }));
    await use(() => startServices(context(), () => undefined));
  },
});

test.skip(process.platform !== "linux", "finds processes by /proc");

const query = async <Row extends object>(services: Services, text: string): Promise<Row[]> => {
  const sql = postgres(services.databaseUrl, { max: 1, connect_timeout: 10 });
  try {
    return [...(await sql.unsafe<Row[]>(text))];
  } finally {
    await sql.end({ timeout: 1 });
  }
};

const postmasterOf = async (services: Services) => {
  const rows = await query<{ file: string }>(services, "select pg_read_file('postmaster.pid') as file");
  return Number(rows[0]?.file.split("\n")[0]);
};

local("data stays from one start to the next, and nothing runs in between", async ({ folder, start }) => {
  const first = await start();
  await query(first, "create table kept as select 42 as answer");
  await first.stop();
  expect(processesIn(join(folder, "postgres"))).toEqual([]);
  expect(processesIn(join(folder, "meilisearch"))).toEqual([]);

  const second = await start();
  expect(second.databaseUrl).toBe(first.databaseUrl);
  expect(await query(second, "select answer from kept")).toEqual([{ answer: 42 }]);
  await second.stop();
});

local("secrets are readable by their owner only", async ({ folder, start }) => {
  const services = await start();
  expect(statSync(join(folder, "services.json")).mode & 0o777).toBe(0o600);
  await services.stop();
});

local("services that a killed process left running are taken over", async ({ start }) => {
  const orphaned = await start();
  const pid = await postmasterOf(orphaned);
  const services = await start();
  expect(services.adopted).toContain("PostgreSQL");
  expect(await postmasterOf(services)).toBe(pid);
  await services.stop();
  expect(isAlive(pid)).toBe(false);
});

local("data survives kill -9 of everything while a query runs", async ({ folder, start }) => {
  const killed = await start();
  await query(killed, "create table kept as select 42 as answer");
  // The connection dies with the server, which is the point.
  const slow = query(killed, "select pg_sleep(60)").catch(() => "cut off");
  await new Promise((resolve) => setTimeout(resolve, 300));
  const servers = [await postmasterOf(killed), ...processesIn(join(folder, "meilisearch"))];
  for (const pid of servers) process.kill(pid, "SIGKILL");

  const services = await start();
  expect(await query(services, "select answer from kept")).toEqual([{ answer: 42 }]);
  expect(await slow).toBe("cut off");
  await services.stop();
});

local("a service that dies is started again at the same address", async ({ folder, start }) => {
  const services = await start();
  services.keepRunning();
  const pid = await postmasterOf(services);
  const search = processesIn(join(folder, "meilisearch"));
  for (const victim of [pid, ...search]) process.kill(victim, "SIGKILL");

  await expect(async () => {
    expect(await postmasterOf(services)).not.toBe(pid);
    if (services.meili) expect((await fetch(`${services.meili.url}/health`)).ok).toBe(true);
  }).toPass({ timeout: 20_000 });
  await services.stop();
  expect(processesIn(join(folder, "postgres"))).toEqual([]);
});
