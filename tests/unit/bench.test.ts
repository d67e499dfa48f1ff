import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { figuresOf } from "@/lib/bench/answers";
import { askEach } from "@/lib/bench/ask-each";
import { wordsAbout } from "@/lib/bench/search-questions";

const source = (number: number) => ({
  slug: `record-${number}`,
  title: "How the archive keeps addresses and answers letters",
  name: "Keeper, Anonymous",
  place: "Reading Room",
  collection: "about-the-archive",
  year: 2026,
});

test("questions are made by rule: one to four words, a tenth mistyped and a tenth unfinished", () => {
  const known = new Set(
    "how archive keeps addresses answers letters keeper anonymous reading room".split(" "),
  );
  const questions = Array.from({ length: 2_000 }, (_, number) => wordsAbout(source(number)) ?? "");
  expect(questions).toEqual(questions.map((_, number) => wordsAbout(source(number))));

  const lengths = questions.map((question) => question.split(" ").length);
  expect(new Set(lengths)).toEqual(new Set([1, 2, 3, 4]));
  const changed = questions.filter((question) => question.split(" ").some((word) => !known.has(word)));
  expect(changed.length / questions.length).toBeGreaterThan(0.12);
  expect(changed.length / questions.length).toBeLessThan(0.22);
});

test("a record without words asks nothing, and one without names asks for its title", () => {
  const bare = { ...source(0), name: null, place: null };
  expect(wordsAbout({ ...bare, title: "– of an –" })).toBeNull();
  expect(wordsAbout({ ...bare, title: "1962" })).toBe("1962");
});

test("each question is asked once, and answers that failed or are not sound are counted", async () => {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    response.writeHead(url === "/5" ? 503 : 200, { "content-encoding": "gzip" });
    response.end(gzipSync(url === "/10" ? "half an answer" : "an answer"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : null;
  const questions = Array.from({ length: 30 }, (_, number) => ({ path: `/${number}` }));
  const answers = await askEach({
    url: `http://127.0.0.1:${port}`,
    questions,
    connections: 4,
    isSound: (body) => !body.includes("half"),
  });
  server.close();
  expect(asked.toSorted()).toEqual(questions.map(({ path }) => path).toSorted());
  expect(answers.times).toHaveLength(30);
  expect(answers.failures).toBe(2);
});

test("figures of several runs are those of all their answers", () => {
  const times = Array.from({ length: 100 }, (_, index) => 100 - index);
  const figures = figuresOf([
    { times: times.slice(0, 50), seconds: 1, failures: 1 },
    { times: times.slice(50), seconds: 3, failures: 0 },
  ]);
  expect(figures).toEqual({ requests: 100, perSecond: 25, p50: 50, p95: 95, p99: 99, failures: 1 });
  expect(figuresOf([])).toMatchObject({ requests: 0, perSecond: 0, p50: 0 });
});
