import { createHash } from "node:crypto";
import { expect, test } from "@playwright/test";

const archive = process.env["ARCHIVE_URL"] ?? "http://127.0.0.1:3000";

/** The scripts written into the page itself, without blocks of data such as JSON-LD. */
const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script(?![^>]* src=)(?![^>]* type="application\/)[^>]*>([^]*?)<\/script>/g)].map(
    ([, script = ""]) => script,
  );

const scriptPolicyOf = (policy: string): string => /script-src ([^;]*)/.exec(policy)?.[1] ?? "";

for (const path of ["/", "/collections", "/search", "/signin"]) {
  test(`${path} carries the headers that protect its readers`, async ({ request }) => {
    const answer = await request.get(archive + path);
    const headers = answer.headers();
    expect(answer.status()).toBe(200);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["x-powered-by"]).toBeUndefined();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(scriptPolicyOf(policy)).not.toMatch(/unsafe|\*|https?:/);
  });

  test(`${path} breaks no rule of its own policy in the browser`, async ({ page }) => {
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(archive + path, { waitUntil: "networkidle" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(complaints).toEqual([]);
  });
}

for (const path of ["/", "/collections"]) {
  test(`${path} is kept, its scripts are named by hash, and no proxy may show it unasked`, async ({
    request,
  }) => {
    const first = await request.get(archive + path);
    const second = await request.get(archive + path, {
      headers: { "if-none-match": first.headers()["etag"] ?? "" },
    });
    expect(second.status()).toBe(304);
    expect(first.headers()["cache-control"]).toBe("public, max-age=0, must-revalidate");
    const policy = scriptPolicyOf(first.headers()["content-security-policy"] ?? "");
    expect(policy).not.toContain("nonce-");
    for (const script of inlineScripts(await first.text())) {
      expect(policy).toContain(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    }
  });
}

test("the page to sign in is made for each request, with a nonce of its own", async ({ request }) => {
  const answers = await Promise.all([request.get(`${archive}/signin`), request.get(`${archive}/signin`)]);
  const nonces = answers.map(
    (answer) => /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1],
  );
  expect(new Set(nonces).size).toBe(2);
  for (const answer of answers) expect(answer.headers()["cache-control"]).toContain("no-store");
});

for (const path of ["/search?q=cuba", "/people?q=alexeev"]) {
  test(`${path} carries no script, and no proxy may keep it`, async ({ request }) => {
    const answer = await request.get(archive + path);
    expect(answer.headers()["cache-control"]).toBe("private, no-cache");
    expect(scriptPolicyOf(answer.headers()["content-security-policy"] ?? "")).not.toContain("nonce-");
    expect(inlineScripts(await answer.text())).toEqual([]);
  });
}

test("an unknown document answers 404 in words, also without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const answer = await page.goto(`${archive}/document/there-is-no-such-document`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await context.close();
});

test("a form sent from another site is refused", async ({ request }) => {
  const answer = await request.post(`${archive}/signin`, {
    headers: { origin: "https://other-site.example" },
    form: { email: "someone@example.org" },
  });
  expect(answer.status()).toBe(403);
});

test("the archive says that it lives and that it is ready", async ({ request }) => {
  for (const path of ["/healthz", "/readyz"]) {
    const answer = await request.get(archive + path);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["cache-control"]).toContain("no-store");
  }
});
