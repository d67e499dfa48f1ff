import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { env } from "@/lib/env";
import { withFreshDatabase } from "../fixtures/database";

withFreshDatabase();

let sql: postgres.Sql;
const running: ChildProcess[] = [];
let urls: string[] = [];

/** Starts one server process and returns its address. */
async function startProcess(): Promise<string> {
  const server = spawn(process.execPath, ["--import", "tsx", "tests/fixtures/kept-server.ts"], {
    cwd: join(import.meta.dirname, "../.."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.push(server);
  const [port] = await once(server.stdout, "data");
  return `http://127.0.0.1:${String(port).trim()}`;
}

test.beforeAll(async () => {
  sql = postgres(env().DATABASE_URL, { max: 1 });
  await sql`create table kept_pages (slug text primary key, title text not null)`;
  await sql`insert into kept_pages values ('a', 'first')`;
  urls = await Promise.all([startProcess(), startProcess()]);
});

test.afterAll(async () => {
  for (const server of running) server.kill();
  await sql.end();
});

const read = async (url: string) => (await fetch(`${url}/document/a`)).text();

test("an edit through one process is on the page of both with the next request, however busy they are", async () => {
  test.setTimeout(90_000);
  const [here = "", there = ""] = urls;
  let busy = true;
  const readers = [here, there, here, there].map(async (url) => {
    while (busy) await read(url);
  });
  const seen: string[][] = [];
  const wanted: string[][] = [];
  for (let n = 0; n < 50; n += 1) {
    const title = `edit ${n}`;
    await fetch(`${here}/document/a`, { method: "POST", body: title, headers: { origin: here } });
    seen.push(await Promise.all([read(here), read(there)]));
    wanted.push([title, title]);
  }
  busy = false;
  await Promise.all(readers);
  expect(seen).toEqual(wanted);
});

test("a page that nobody edits is rendered once", async () => {
  const [here = ""] = urls;
  const etags = await Promise.all(
    Array.from({ length: 20 }, async () => (await fetch(`${here}/document/a`)).headers.get("etag")),
  );
  expect(new Set(etags).size).toBe(1);
});
