import { startServer } from "@/lib/server/server";

// The web server alone in a process of its own, so that its CPU time and memory are its own. Prints its address when it answers.
const server = await startServer({ host: "127.0.0.1", port: 0, dev: false });
process.stdout.write(`${server.url}\n`);
process.once("SIGTERM", () => void server.close().then(() => process.exit(0)));
