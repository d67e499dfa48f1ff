import { sqlPool } from "./client";

/** Calls `wake` whenever a transaction that has news on this channel commits, in any process; returns how to stop. */
export async function listenForJobs(channel: string, wake: () => void): Promise<() => Promise<void>> {
  const listening = await sqlPool().listen(channel, wake, wake);
  return () => listening.unlisten();
}
