import { createServer } from "node:http";
import next from "next";
export async function startServer({ host, port, dev }: { host: string; port: number; dev: boolean }) {
  const app = next({ dev, hostname: host, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((q, s) => void handle(q, s));
  await new Promise<void>((done, fail) => { server.once("error", fail); server.listen(port, host, () => done()); });
  return { url: `http://${host}:${port}`, async close() { await new Promise<void>((done) => { server.close(() => done()); server.closeIdleConnections(); }); await app.close(); } };
}
