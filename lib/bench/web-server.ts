import { createIndexWorker } from "@/lib/search/worker";
import { startServer } from "@/lib/server/server";

// The web server alone in a process of its own, so that its CPU time and memory are its own; `with-worker` has it keep the index, too.
// Prints its address when it answers.
const workers = process.argv.includes("with-worker") ? [createIndexWorker()] : [];
const server = await startServer({ host: "127.0.0.1", port: 0, dev: false, workers });
process.stdout.write(`${server.url}\n`);
process.once("SIGTERM", () => void server.close().then(() => process.exit(0)));
