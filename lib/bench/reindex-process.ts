import { closeDatabase } from "@/db/client";
import { rebuildIndex, type RebuildStage } from "@/lib/search/rebuild";

// A full rebuild in a process of its own, so that its memory is its own. Prints a line of JSON for each stage when the last is over.
const endedAt = new Map<RebuildStage, { at: number; records: number }>();
const began = performance.now();
await rebuildIndex({
  fresh: true,
  whole: true,
  onProgress: (stage, records) => endedAt.set(stage, { at: performance.now(), records }),
});
const last = endedAt.get("documents");
if (last) last.at = performance.now();
let previous = began;
for (const [stage, { at, records }] of endedAt) {
  process.stdout.write(`${JSON.stringify({ stage, records, seconds: (at - previous) / 1000 })}\n`);
  previous = at;
}
await closeDatabase();
