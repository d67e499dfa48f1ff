/**
 * Runs work that stops by itself on the first Ctrl-C or SIGTERM. The services must outlive it, so their own handlers wait aside;
 * a second signal is theirs. `what` is said to end first, for example "this batch".
 */
export async function stoppable<Result>(
  what: string,
  work: (stopping: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const stop = new AbortController();
  const takeOver = (signal: "SIGINT" | "SIGTERM") => {
    const others = process.listeners(signal);
    const request = () => {
      giveBack();
      stop.abort();
      process.stderr.write(`\nStopping after ${what}; a second Ctrl-C stops at once.\n`);
    };
    const giveBack = () => {
      process.off(signal, request);
      for (const listener of others.splice(0)) process.once(signal, listener);
    };
    process.removeAllListeners(signal);
    process.on(signal, request);
    return giveBack;
  };
  const giveBack = [takeOver("SIGINT"), takeOver("SIGTERM")];
  try {
    return await work(stop.signal);
  } finally {
    for (const end of giveBack) end();
  }
}
