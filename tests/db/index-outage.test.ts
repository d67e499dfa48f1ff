import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { endProcess, processesIn } from "@/lib/services/processes";
import { openServiceContext, startServices } from "@/lib/services/services";
import { serviceSettings } from "@/lib/services/settings";
import { runIndexProcess } from "../fixtures/run-index-process";

test.skip(process.platform !== "linux", "finds processes by /proc");

test("the index is whole after the engine was killed again and again in mid-work", async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), "archive-outage-"));
  const context = openServiceContext(serviceSettings({ PATH: process.env["PATH"], ARCHIVE_DATA: folder }));
  const services = await startServices(context, () => undefined);
  services.keepRunning();
  const engine = () => processesIn(join(folder, "meilisearch"));
  const said: string[] = [];
  const killed: number[] = [];
  try {
    await runIndexProcess(
      "edit",
      (line) => {
        said.push(line);
        if (!/^edit \d*5$/.test(line)) return;
        killed.push(...engine());
        for (const pid of engine()) process.kill(pid, "SIGKILL");
      },
      { DATABASE_URL: services.databaseUrl, MEILI_URL: services.meili?.url, MEILI_KEY: services.meili?.key },
    );
    expect(new Set(killed).size).toBeGreaterThan(1);
    expect(said.at(-1)).toBe("[]");
  } finally {
    await services.stop();
    for (const name of ["postgres", "meilisearch"])
      for (const pid of processesIn(join(folder, name))) await endProcess(pid, [["SIGKILL", 2_000]]);
    rmSync(folder, { recursive: true, force: true });
  }
});
