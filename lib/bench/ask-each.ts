import { Agent, request } from "node:http";
import { gunzipSync } from "node:zlib";
import type { Answers } from "./answers";
import type { Question } from "./load";

export type AskOptions = {
  readonly url: string;
  readonly questions: readonly Question[];
  readonly connections: number;
  /** Whether an answer is what it should be; some are looked at when all have come. */
  readonly isSound?: (body: string) => boolean;
};

const patienceMs = 30_000;
/** One answer of so many is kept to be looked at. */
const keptEvery = 10;

type Answer = { readonly status: number; readonly body: Buffer; readonly isCompressed: boolean };

/** Asks each question a single time over kept connections: whichever is free asks the next one. Never throws for what fails; it is counted. */
export async function askEach({ url, questions, connections, isSound }: AskOptions): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const kept: Answer[] = [];
  let failures = 0;
  const waiting = questions.entries();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const [number, question] of waiting) {
        const askedAt = performance.now();
        const answer = await answerTo(agent, url, question).catch(() => null);
        times.push(performance.now() - askedAt);
        if (answer === null || answer.status < 200 || answer.status > 299) failures += 1;
        else if (isSound && number % keptEvery === 0) kept.push(answer);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  const unsound = kept.filter((answer) => isSound?.(textIn(answer)) === false).length;
  return { times, seconds, failures: failures + unsound };
}

const textIn = ({ body, isCompressed }: Answer): string =>
  (isCompressed ? gunzipSync(body) : body).toString();

function answerTo(agent: Agent, url: string, { path, body, headers }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? "GET" : "POST";
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const asked = request(
      new URL(path, url),
      { agent, method, headers: { "accept-encoding": "gzip", ...headers, ...length } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks),
            isCompressed: response.headers["content-encoding"] === "gzip",
          }),
        );
      },
    );
    asked.setTimeout(patienceMs, () => asked.destroy(new Error("No answer came.")));
    asked.once("error", reject);
    asked.end(body);
  });
}
