import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { expect, test } from "@playwright/test";

const root = join(import.meta.dirname, "../..");

/** Each layer and the layers it may import; the more exact name wins ("lib/archive" lies below the rest of lib). */
const mayImport = new Map([
  ["lib/archive", []],
  ["lib/env", []],
  ["db", ["lib/archive", "lib/env"]],
  ["lib", ["lib/archive", "lib/env", "db"]],
  ["app", ["lib/archive", "lib/env", "lib"]],
  ["seeds", ["lib/archive", "lib/env", "lib", "db"]],
  ["lib/cli", ["lib/archive", "lib/env", "lib", "db", "seeds"]],
  ["tests", ["lib/archive", "lib/env", "lib", "lib/cli", "db", "app", "seeds"]],
]);

const layerOf = (path: string) =>
  /^lib\/(?:archive|env|cli)\b/.exec(path)?.[0] ?? path.slice(0, path.indexOf("/"));

const sources = ["app", "lib", "db", "seeds", "tests"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:tsx?|mjs)$/.test(name))
    .map((name) => posix.join(folder, name.replaceAll("\\", "/"))),
);

const importPattern = /(?:from|import\(|import)\s*"([^"]+)"/g;

/** The modules a file imports, project ones as paths from the root. */
function importsOf(file: string) {
  return [...readFileSync(join(root, file), "utf8").matchAll(importPattern)].map(([, name = ""]) => {
    if (name.startsWith("@/")) return name.slice(2);
    return name.startsWith(".")
      ? relative(root, join(root, dirname(file), name)).replaceAll("\\", "/")
      : name;
  });
}

const isOurs = (name: string) => /^(?:app|lib|db|seeds|tests)\//.test(name);

test("the tree was found", () => {
  expect(sources.length).toBeGreaterThan(50);
});

test("every file imports only what its layer may", () => {
  const wrong = sources.flatMap((file) => {
    const allowed = [layerOf(file), ...(mayImport.get(layerOf(file)) ?? [])];
    return importsOf(file)
      .filter((name) => isOurs(name) && !allowed.includes(layerOf(`${name}/`)))
      .map((name) => `${file} → ${name}`);
  });
  expect(wrong).toEqual([]);
});

test("each vendor is known in one place", () => {
  const homes = new Map([
    ["meilisearch", /^(?:lib\/search\/|lib\/bench\/|tests\/)/],
    ["next-auth", /^(?:lib\/auth\/|app\/api\/auth\/)/],
    ["edtf", /^lib\/archive\/edtf/],
    ["sanitize-html", /^lib\/archive\/text-html/],
    ["drizzle-orm", /^(?:db\/|seeds\/|tests\/|lib\/cli\/)/],
    ["postgres", /^(?:db\/|lib\/cache\/|lib\/cli\/|lib\/services\/|tests\/)/],
    ["sharp", /^(?:lib\/files\/|tests\/)/],
    ["file-type", /^lib\/files\//],
    ["pdfjs-dist", /^(?:lib\/files\/|app\/_browser\/|tests\/)/],
    ["openseadragon", /^app\/_browser\//],
    ["esbuild", /^lib\/browser\/bundle/],
    ["pino", /^(?:lib\/server\/|tests\/)/],
    ["pg-boss", /^(?:db\/job-queue|tests\/)/],
    ["prom-client", /^lib\/server\/metrics/],
  ]);
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter((name) => {
        const home = homes.get(name.split("/")[0] ?? "");
        return home !== undefined && !isOurs(name) && !home.test(file);
      })
      .map((name) => `${file} → ${name}`),
  );
  expect(wrong).toEqual([]);
});

test("client components reach neither the database nor settings", () => {
  const byPath = new Map(sources.map((file) => [file.replace(/\.(?:tsx?|mjs)$/, ""), file]));
  const isServerOnly = (file: string) =>
    /^(?:db\/|lib\/env|lib\/auth\/|lib\/search\/engine|lib\/services\/)/.test(file);
  const wrong: string[] = [];
  for (const start of sources.filter((file) =>
    readFileSync(join(root, file), "utf8").startsWith('"use client"'),
  )) {
    const seen = new Set([start]);
    for (const file of seen) {
      // A server action is called over the network; what it imports stays on the server.
      if (file !== start && readFileSync(join(root, file), "utf8").startsWith('"use server"')) continue;
      if (isServerOnly(file)) wrong.push(`${start} → ${file}`);
      for (const [statement, name = ""] of readFileSync(join(root, file), "utf8").matchAll(
        /import (?!type)[^;]*?from "([^"]+)"/g,
      )) {
        const path = name.startsWith("@/") ? name.slice(2) : relative(root, join(root, dirname(file), name));
        const next = statement.includes("import type") ? undefined : byPath.get(path);
        if (next) seen.add(next);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("the proof that somebody may edit is minted in few places", () => {
  const minting = sources.filter((file) => readFileSync(join(root, file), "utf8").includes("provenCurator("));
  expect(minting.filter((file) => !/^(?:lib\/archive\/curator|lib\/auth\/|tests\/)/.test(file))).toEqual([]);
});

test("settings are read in one place", () => {
  const reading = sources.filter((file) => readFileSync(join(root, file), "utf8").includes("process.env"));
  expect(
    reading.filter(
      (file) =>
        !/^(?:lib\/env|lib\/bench\/|lib\/browser\/modules|lib\/cli\/|lib\/services\/|lib\/server\/|tests\/)/.test(
          file,
        ),
    ),
  ).toEqual([]);
});
