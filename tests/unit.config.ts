import { defineConfig } from "@playwright/test";

// A zone far from Greenwich with an odd offset, where a date that slips by a day is seen.
process.env["TZ"] = "Pacific/Chatham";

/** Rules without database, search engine or browser. */
export default defineConfig({
  testDir: "unit",
  outputDir: "results/unit",
  fullyParallel: true,
  workers: 2,
  reporter: [["line"], ["json", { outputFile: "results/unit.json" }]],
});
