import { defineConfig } from "@playwright/test";

// Lets the tests load what only the server may load: "server-only" throws without this condition.
process.env["NODE_OPTIONS"] = `${process.env["NODE_OPTIONS"] ?? ""} --conditions=react-server`;

/** Queries, commands and services against real PostgreSQL and Meilisearch; one after the other, for they share both. */
export default defineConfig({
  testDir: "db",
  outputDir: "results/db",
  workers: 1,
  timeout: 60_000,
  reporter: [["line"], ["json", { outputFile: "results/db.json" }]],
});
