import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";
import type { PublishedRecord } from "@/lib/records/loaders";
import { printedRecord } from "./printed-record";

/** Raised when the look of a print changes, so that stored ones are made anew. */
const layoutVersion = 4;

/** One record is set at a time, in a process of its own: a long one takes seconds of work, which no other request should wait for. */
const mostWaiting = 8;
const patienceMs = 90_000;
const mostMebibytes = 640;

const inHand = new Map<string, Promise<Uint8Array>>();
let line: Promise<unknown> = Promise.resolve();

/**
 * A published record as a PDF of A4 pages; `permalink` is the whole address of its page. It is kept on disk until the record changes.
 * Null when too many others are waiting to be set. Throws when a record cannot be set in time.
 */
export async function printRecord(record: PublishedRecord, permalink: string): Promise<Uint8Array | null> {
  const input = JSON.stringify(await printedRecord(record, permalink));
  const hash = createHash("sha256").update(`${layoutVersion} ${input}`).digest("hex").slice(0, 32);
  const name = `${record.id}-${hash}.pdf`;
  const kept = await readFile(path.join(folder(), name)).catch(() => null);
  if (kept) return kept;
  const running = inHand.get(name);
  if (running) return running;
  if (inHand.size >= mostWaiting) return null;
  const set = line.then(() => setRecord(input));
  line = set.catch(() => undefined);
  inHand.set(name, set);
  try {
    const pdf = await set;
    await keep(name, record.id, pdf);
    return pdf;
  } finally {
    inHand.delete(name);
  }
}

const folder = () => path.resolve(/* turbopackIgnore: true */ env().ARCHIVE_FILES, "prints");

/** Stores a print whole or not at all, in place of the earlier ones of its record. */
async function keep(name: string, recordId: number, pdf: Uint8Array): Promise<void> {
  await mkdir(folder(), { recursive: true });
  const unfinished = path.join(folder(), `.${name}.part`);
  await writeFile(unfinished, pdf);
  await rename(unfinished, path.join(folder(), name));
  const earlier = (await readdir(folder())).filter(
    (other) => other.startsWith(`${recordId}-`) && other !== name,
  );
  for (const other of earlier) await rm(path.join(folder(), other), { force: true });
}

function setRecord(input: string): Promise<Uint8Array> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${mostMebibytes}`, "--import", "tsx", "lib/print/print-process.tsx"],
    // Nothing of ours is needed there, least of all the secrets.
    { stdio: ["pipe", "pipe", "pipe"], env: { NODE_ENV: "production" } },
  );
  const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  const chunks: Uint8Array[] = [];
  let complaint = "";
  child.stdout.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  // A process that dies early says why on its standard error.
  child.stdin.on("error", () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      if (code === 0 && chunks.length > 0) resolve(Buffer.concat(chunks));
      else
        reject(new Error(`A record could not be printed (${code ?? "ended"}): ${complaint.slice(-2_000)}`));
    });
  });
}
