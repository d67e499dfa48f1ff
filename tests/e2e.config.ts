import { defineConfig } from "@playwright/test";

/** Readers and curators in Chromium against a running archive (ARCHIVE_URL). */
export default defineConfig({
  testDir: "e2e",
  outputDir: "results/e2e",
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["line"], ["json", { outputFile: "results/e2e.json" }]],
  use: {
    baseURL: process.env["ARCHIVE_URL"] ?? "http://127.0.0.1:3000",
    locale: "en-GB",
    timezoneId: "Pacific/Chatham",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
      // Containers have no sandbox and no graphics; a browser that updates itself would disturb the tests.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
