const watchParentEveryMs = 500;
/** Signals of one and the same wish to stop, which may arrive from the terminal and from npm both. */
const sameWishMs = 1_000;

/**
 * Aborts when the command is told to stop: by Ctrl-C, SIGTERM or SIGHUP, or because npm, which runs it through a shell that
 * passes no signal on, has ended. A second signal ends the process at once, for the impatient.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  let toldAt = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (stop.signal.aborted && Date.now() - toldAt > sameWishMs) process.exit(1);
      if (!stop.signal.aborted) toldAt = Date.now();
      stop.abort();
    });
  if (process.env["npm_lifecycle_event"]) {
    const parent = process.ppid;
    const watching = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watching);
      stop.abort();
    }, watchParentEveryMs);
    watching.unref();
  }
  return stop.signal;
}

/** Resolves when the signal aborts. */
export function until(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
