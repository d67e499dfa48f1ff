import autocannon from "autocannon";

/** One thing to ask for, again and again. */
export type Question = {
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type LoadOptions = {
  readonly url: string;
  /** Asked in turn, each connection starting elsewhere. */
  readonly questions: readonly Question[];
  readonly connections: number;
  /** How long, in seconds; `once` asks each question a single time instead. */
  readonly seconds: number;
  readonly once?: boolean;
};

/** What came back: requests a second and response times in milliseconds; `failures` are answers other than 2xx and none at all. */
export type Load = {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly failures: number;
};

/** Asks over kept connections, each waiting for its answer before it asks again, and times every answer. */
export async function load({
  url,
  questions,
  connections,
  seconds,
  once = false,
}: LoadOptions): Promise<Load> {
  const times: number[] = [];
  const began = performance.now();
  // The generator looks at its end only now and then; the run is over with the last answer.
  let lastAt = began;
  let next = 0;
  const share = Math.ceil(questions.length / connections);
  const answers: autocannon.Options = {
    url,
    connections: once ? Math.min(connections, questions.length) : connections,
    ...(once ? { amount: questions.length } : { duration: seconds }),
    timeout: 30,
    setupClient(client) {
      const start = next * share;
      next += 1;
      // Each connection has its own part when every question counts once, else all questions from its own place on.
      const mine = once
        ? questions.slice(start, start + share)
        : [...questions.slice(start % questions.length), ...questions.slice(0, start % questions.length)];
      client.setRequests((mine.length > 0 ? mine : questions.slice(0, 1)).map(requestOf));
    },
  };
  const { errors, timeouts, non2xx } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(answers, (error: unknown, result) =>
      error instanceof Error ? reject(error) : resolve(result),
    );
    run.on("response", (_client, _status, _bytes, responseTime) => {
      times.push(responseTime);
      lastAt = performance.now();
    });
  });
  const elapsed = (lastAt - began) / 1000;
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    perSecond: elapsed > 0 ? times.length / elapsed : 0,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    failures: errors + timeouts + non2xx,
  };
}

const requestOf = ({ path, body, headers }: Question): autocannon.Request => ({
  path,
  method: body === undefined ? "GET" : "POST",
  ...(body === undefined ? {} : { body }),
  headers: { "accept-encoding": "gzip", ...headers },
});

/** The smallest time that at least this share of the answers did not exceed; 0 when there are none. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
