import autocannon from "autocannon";
import { figuresOf, type Load } from "./answers";

/** One thing to ask for. */
export type Question = {
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type LoadOptions = {
  readonly url: string;
  /** Asked in turn, again and again, each connection starting elsewhere. */
  readonly questions: readonly Question[];
  readonly connections: number;
  readonly seconds: number;
};

/** Asks over kept connections for some seconds, each waiting for its answer before it asks again, and times every answer. */
export async function load({ url, questions, connections, seconds }: LoadOptions): Promise<Load> {
  const times: number[] = [];
  const began = performance.now();
  // The generator looks at its end only now and then; the run is over with the last answer.
  let lastAt = began;
  let next = 0;
  const share = Math.ceil(questions.length / connections);
  const answers: autocannon.Options = {
    url,
    connections,
    duration: seconds,
    timeout: 30,
    setupClient(client) {
      const start = (next * share) % questions.length;
      next += 1;
      client.setRequests([...questions.slice(start), ...questions.slice(0, start)].map(requestOf));
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
  return figuresOf([{ times, seconds: (lastAt - began) / 1000, failures: errors + timeouts + non2xx }]);
}

const requestOf = ({ path, body, headers }: Question): autocannon.Request => ({
  path,
  method: body === undefined ? "GET" : "POST",
  ...(body === undefined ? {} : { body }),
  headers: { "accept-encoding": "gzip", ...headers },
});
