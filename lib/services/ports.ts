import { createServer } from "node:net";

const loopback = "127.0.0.1";

/** Listens for an instant: the port that was got, or `null` when it is taken or not allowed. */
function tryPort(port: number, host: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const got = address !== null && typeof address === "object" ? address.port : null;
      server.close(() => resolve(got));
    });
  });
}

/** Whether a server could listen on this port of this address now. */
export async function isPortFree(port: number, host = loopback): Promise<boolean> {
  return (await tryPort(port, host)) !== null;
}

/** The first preferred port that is free, else any free one. */
export async function pickPort(preferred: readonly number[], host = loopback): Promise<number> {
  for (const port of preferred) if (await isPortFree(port, host)) return port;
  const port = await tryPort(0, host);
  if (port === null) throw new Error(`No port of ${host} can be listened on.`);
  return port;
}
