import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { pino } from "pino";
import { answerGone, answerWithBytes, dependsOn } from "@/lib/cache/render-scope";
import { tagClock } from "@/lib/cache/tag-clock";
import { answerWith } from "@/lib/server/answer";
import type { Handle } from "@/lib/server/answer";
import { captureAnswer } from "@/lib/server/captured-response";
import { PageStore } from "@/lib/server/page-store";
import { SearchLimits } from "@/lib/server/search-limits";
import { commonHeaders, contentSecurityPolicy } from "@/lib/server/security-headers";

const bodyLimit = 100_000;

/** Stands for Next: draws a page at `/document/…`, reads the body of a POST, sends files, and shows what it was told. */
const handle: Handle = async (request, response) => {
  if (request.url?.startsWith("/files/")) {
    answerWithBytes(5);
    if (request.url === "/files/compressed") response.setHeader("Content-Encoding", "gzip");
    response.writeHead(request.url === "/files/broken" ? 500 : 200);
    response.end(request.method === "HEAD" ? undefined : "bytes");
    return;
  }
  if (request.url?.startsWith("/document/")) {
    dependsOn("record:1");
    const nonce = /'nonce-([^']+)'/.exec(request.headers["content-security-policy"]?.toString() ?? "")?.[1];
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    response.write(`<h1>${request.url}</h1>`);
    response.end(`<p>${request.headers.cookie ?? "nobody"}</p><script nonce="${nonce}">1</script>`);
    return;
  }
  if (request.url === "/search/gone") answerGone();
  let received = 0;
  for await (const chunk of request) received += Buffer.from(chunk).length;
  response.setHeader("Content-Type", "application/json");
  response.writeHead(200);
  response.end(JSON.stringify({ url: request.url, headers: request.headers, received }));
};

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

let port = 0;
const server = createServer();

test.beforeAll(async () => {
  tagClock.trustedUntil = Infinity;
  const store = new PageStore(
    1_000_000,
    (address, nonce) =>
      captureAnswer(
        handle,
        address,
        { "content-security-policy": contentSecurityPolicy([`'nonce-${nonce}'`], false) },
        1_000,
      ),
    commonHeaders(null),
  );
  const configuration = {
    databaseUrl: null,
    publicUrl: new URL("https://archive.test"),
    pageCacheBytes: 1_000_000,
    bodyLimit,
    uploadLimit: 1_000_000,
    searchesPerMinute: 60,
    trustProxy: false,
    logLevel: "silent" as const,
  };
  server.on(
    "request",
    answerWith({
      handle,
      store,
      headers: commonHeaders(configuration.publicUrl),
      configuration,
      limits: new SearchLimits({
        ...configuration,
        isSignedIn: async (cookies) => cookies === "session=a-curator",
      }),
      dev: false,
      log: pino({ level: "silent" }),
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

test.afterAll(() => {
  tagClock.trustedUntil = 0;
  server.close();
  server.closeAllConnections();
});

/** One request exactly as given: no header is added, no redirect followed. */
function ask(
  path: string,
  {
    method = "GET",
    headers = {},
    body = [],
  }: { method?: string; headers?: Record<string, string>; body?: Buffer[] } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject);
    for (const chunk of body) sent.write(chunk);
    sent.end();
  });
}

const own = () => `http://127.0.0.1:${port}`;

test("a kept page knows nothing of who asked, and each proxy must ask again", async () => {
  const answer = await ask("/document/a?utm_source=x", { headers: { cookie: "session=secret" } });
  expect(answer.status).toBe(200);
  expect(answer.body.toString()).toContain("<h1>/document/a</h1><p>nobody</p>");
  expect(answer.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
  expect(answer.headers["content-security-policy"]).toContain("'sha256-");
  expect(answer.headers["content-security-policy"]).not.toContain("unsafe-inline");
  expect(answer.headers["x-content-type-options"]).toBe("nosniff");
});

test("a file says how long it is, unless it is compressed on its way or fails", async () => {
  const lengthOf = async (path: string, method: string) =>
    (await ask(path, { method })).headers["content-length"];
  expect(await lengthOf("/files/whole", "GET")).toBe("5");
  expect(await lengthOf("/files/whole", "HEAD")).toBe("5");
  expect(await lengthOf("/files/compressed", "HEAD")).toBeUndefined();
  expect(await lengthOf("/files/broken", "HEAD")).toBeUndefined();
});

test("who holds the page gets 304; HEAD gets the head; gzip only who reads it", async () => {
  const whole = await ask("/document/a");
  const etag = String(whole.headers["etag"]);
  const unchanged = await ask("/document/a", { headers: { "if-none-match": `"other", ${etag}` } });
  expect(unchanged.status).toBe(304);
  expect(unchanged.body).toHaveLength(0);
  const head = await ask("/document/a", { method: "HEAD" });
  expect(head.status).toBe(200);
  expect(head.body).toHaveLength(0);
  expect(head.headers["content-length"]).toBe(String(whole.body.length));
  const gzipped = await ask("/document/a", { headers: { "accept-encoding": "br, gzip" } });
  expect(gzipped.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(gzipped.body)).toEqual(whole.body);
  const refused = await ask("/document/a", { headers: { "accept-encoding": "gzip;q=0" } });
  expect(refused.headers["content-encoding"]).toBeUndefined();
});

test("a search knows nothing of who asked either, and no proxy keeps it", async () => {
  const answer = await ask("/search?q=cuba&type[]=cable", { headers: { cookie: "session=secret" } });
  expect(answer.body.toString()).not.toContain("secret");
  expect(JSON.parse(answer.body.toString())).toMatchObject({ url: "/search?q=cuba&type[]=cable" });
  expect(answer.headers["cache-control"]).toBe("private, no-cache");
  expect(answer.headers["content-security-policy"]).not.toContain("nonce");
  const gzipped = await ask("/search?q=cuba", { headers: { "accept-encoding": "gzip" } });
  expect(gunzipSync(gzipped.body).toString()).toContain("/search?q=cuba");
});

test("doubled slashes lead to the page itself", async () => {
  expect((await ask("//document///a")).body.toString()).toContain("<h1>/document/a</h1>");
});

test("a page that is not kept can also answer 410, and carries its own nonce each time", async () => {
  const first = await ask("/search/gone");
  const second = await ask("/search/gone");
  expect(first.status).toBe(410);
  expect(first.headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[^']{20,}'/);
  expect(first.headers["content-security-policy"]).not.toBe(second.headers["content-security-policy"]);
});

test("what belongs to one person is kept by nobody", async () => {
  for (const path of ["/admin", "/admin/records?page=2", "/signin", "/api/auth/session"]) {
    expect((await ask(path)).headers["cache-control"]).toBe("private, no-store");
  }
});

test("headers by which the application speaks to itself do not come in from outside", async () => {
  const { body } = await ask("/signin", {
    headers: {
      "x-middleware-subrequest": "1",
      "x-nextjs-data": "1",
      "x-invoke-path": "/admin",
      "x-forwarded-host": "evil.example",
      "x-forwarded-for": "1.2.3.4",
      "next-resume": "1",
      "x-harmless": "1",
    },
  });
  const { headers } = JSON.parse(body.toString()) as { headers: Record<string, string> };
  const names = Object.keys(headers).filter((name) => /^(x-|next-)/.test(name));
  expect(names).toEqual(["x-harmless"]);
});

for (const [who, headers, status] of [
  ["a page of ours", { origin: "OWN", "sec-fetch-site": "same-origin", cookie: "s=1" }, 200],
  ["a page of ours under its public name", { origin: "https://archive.test", cookie: "s=1" }, 200],
  ["a program without cookies", {}, 200],
  ["another site", { origin: "https://evil.example", cookie: "s=1" }, 403],
  ["a sister site", { origin: "OWN", "sec-fetch-site": "same-site" }, 403],
  ["an opaque origin", { origin: "null", cookie: "s=1" }, 403],
  ["another site that hides its origin", { "sec-fetch-site": "cross-site", cookie: "s=1" }, 403],
  ["someone with cookies who does not say from where", { cookie: "s=1" }, 403],
  ["our public name without TLS", { origin: "http://archive.test", host: "archive.test" }, 403],
] as const) {
  test(`a POST from ${who} is answered ${status}`, async () => {
    const given = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value === "OWN" ? own() : value]),
    );
    const answer = await ask("/signin", { method: "POST", headers: given });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body.toString()).toContain("another site");
  });
}

test("a body above the limit is refused, declared or not, in words", async () => {
  const half = Buffer.alloc(bodyLimit * 0.6);
  const headers = { origin: own() };
  const small = await ask("/signin", { method: "POST", headers, body: [half] });
  expect(JSON.parse(small.body.toString())).toMatchObject({ received: half.length });
  const declared = { ...headers, "content-length": String(half.length * 2) };
  for (const given of [headers, declared]) {
    const answer = await ask("/signin", { method: "POST", headers: given, body: [half, half] });
    expect(answer.status).toBe(413);
    expect(answer.body.toString()).toContain("too large");
  }
});

test("an address that searches too much waits, a signed-in curator does not, and what is kept is there for all", async () => {
  const cookie = "session=a-curator";
  const flood = await Promise.all(Array.from({ length: 70 }, () => ask("/search?q=flood")));
  const limited = flood.filter(({ status }) => status === 429);
  expect(limited.length).toBeGreaterThanOrEqual(9);
  expect(limited[0]?.headers["retry-after"]).toBe("1");
  expect(limited[0]?.headers["cache-control"]).toBe("no-store");

  const asked = await ask("/search?q=flood&format=json", { headers: { cookie: "session=anybody" } });
  expect(asked.status).toBe(429);
  expect(asked.headers["access-control-allow-origin"]).toBe("*");
  expect(JSON.parse(asked.body.toString())).toMatchObject({ status: "limited" });
  expect((await ask("/search?q=flood&format=csv")).body.toString()).toContain("Please try again in");
  // A forwarded address is believed only behind a proxy that is declared.
  expect(
    (await ask("/search?q=flood&format=csv", { headers: { "x-forwarded-for": "192.0.2.9" } })).status,
  ).toBe(429);

  expect((await ask("/search?q=flood", { headers: { cookie } })).status).toBe(200);
  expect((await ask("/search?q=flood&format=csv", { headers: { cookie } })).status).toBe(200);
  expect((await ask("/document/a")).status).toBe(200);
});

test("addresses that cannot be read, or are too long, and odd methods are refused", async () => {
  expect((await ask("/document/%E0%A4%A")).status).toBe(400);
  expect((await ask("/document/%00")).status).toBe(400);
  expect((await ask("/%5Cevil.example")).status).toBe(400);
  expect((await ask(`/search?q=${"x".repeat(9_000)}`)).status).toBe(414);
  expect((await ask("/", { method: "TRACE" })).status).toBe(405);
});
