import { fork } from "node:child_process";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { deriveNews, type DeriveOrder, type Found } from "./derive-messages";
import { derivativeFolder, unfinishedFolder } from "./derivatives";
import { filePath } from "./store";

/** How a derivation ended: what was found in the file, or why it cannot be shown. */
export type Derivation = { ok: true; found: Found } | { ok: false; reason: string };

/** A page that takes longer is given up, and the file with it. */
const pageLimitMs = 180_000;
/** Memory of JavaScript in the process that opens files, in MiB; pictures lie outside of it. */
const heapMegabytes = 512;

type Watching = {
  /** Told once the number of pages is known, and after each page. */
  readonly onPage: (done: number, pages: number) => void;
  /** Ends the work; the promise then rejects with the signal's reason. */
  readonly signal: AbortSignal;
};

/**
 * Makes thumbnails, pictures and tiles of a stored file, in a process of its own. They appear whole or not at all. Resolves with the
 * reason when the file is damaged, too large or takes too long; rejects when it is told to stop or the disk refuses.
 */
export async function derive(
  file: { sha256: string; mediaType: string },
  { onPage, signal }: Watching,
): Promise<Derivation> {
  const source = filePath(file.sha256);
  if ((await stat(source).catch(() => null)) === null)
    return { ok: false, reason: "Its bytes are missing from the file store." };
  const unfinished = unfinishedFolder(file.sha256);
  const finished = derivativeFolder(file.sha256);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  try {
    const derivation = await inProcess(
      { source, mediaType: file.mediaType, folder: unfinished },
      { onPage, signal },
    );
    if (derivation.ok) {
      await rm(finished, { recursive: true, force: true });
      await rename(unfinished, finished);
    }
    return derivation;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function inProcess(order: DeriveOrder, { onPage, signal }: Watching): Promise<Derivation> {
  signal.throwIfAborted();
  const child = fork(path.join(path.dirname(fileURLToPath(import.meta.url)), "derive-process.ts"), {
    execArgv: ["--import", import.meta.resolve("tsx"), `--max-old-space-size=${heapMegabytes}`],
    // It gets none of our settings, and with them none of our secrets.
    env: { NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const stop = () => child.kill("SIGKILL");
  signal.addEventListener("abort", stop, { once: true });
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    stop();
  }, pageLimitMs);
  try {
    return await new Promise<Derivation>((resolve, reject) => {
      let outcome: Derivation | null = null;
      child.once("error", reject);
      child.on("message", (message) => {
        const news = deriveNews.parse(message);
        late.refresh();
        if (news.kind === "page") onPage(news.done, news.pages);
        else if (news.kind === "failed") outcome = { ok: false, reason: news.reason };
        else outcome = { ok: true, found: foundOf(news) };
      });
      // Its last word may still be in the channel when it has ended, so both ends are waited for.
      let open = 2;
      const end = () => {
        open -= 1;
        if (open > 0) return;
        if (outcome !== null) resolve(outcome);
        else if (signal.aborted) reject(signal.reason);
        else resolve({ ok: false, reason: isLate ? "A page of it takes too long to draw." : crashed });
      };
      child.once("exit", end);
      child.once("disconnect", end);
      child.send(order);
    });
  } finally {
    clearTimeout(late);
    signal.removeEventListener("abort", stop);
  }
}

const foundOf = ({ pageCount, width, height }: Found): Found => ({ pageCount, width, height });

const crashed = "Reading it took more memory than there is, or failed in a way that cannot be named.";
