import { createHash } from "node:crypto";
import { expect, test } from "@playwright/test";
import { hashScripts, removeScripts } from "@/lib/server/page-scripts";

const nonce = "ab+c/dEFgh1234567890==";
const own = `self.__next_f.push([1,"5:{\\"nonce\\":\\"${nonce}\\"}"])`;
const page = [
  `<html><head><link rel="preload" as="script" nonce="${nonce}" href="/_next/a.js"/>`,
  `<link rel="preload" as="image" href="/scan.jpg"/>`,
  `<script src="/_next/a.js" async="" nonce="${nonce}"></script></head><body><h1>Title</h1>`,
  `<script>alert("smuggled in")</script><script type="application/ld+json">{"name":"Title"}</script>`,
  `<script nonce="${nonce}">${own}</script></body></html>`,
].join("");

test("each script that carried the nonce is named by its hash, as it stands in the page, and no other", () => {
  const { html, scriptSources } = hashScripts(page, nonce);
  const inline = [...html.matchAll(/<script>(self[^]*?)<\/script>/g)].map(([, script = ""]) => script);
  expect(inline).toHaveLength(1);
  expect(scriptSources).toEqual(
    inline.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`),
  );
  expect(html).not.toContain(nonce);
  expect(html).toContain("smuggled in");
});

test("a page is the same whatever its nonce was", () => {
  const other = "zz+c/dEFgh1234567890==";
  expect(hashScripts(page.replaceAll(nonce, other), other)).toEqual(hashScripts(page, nonce));
});

test("without scripts, only what Next wrote for its scripts is gone", () => {
  const { html, scriptSources } = removeScripts(page, nonce);
  expect(scriptSources).toEqual([]);
  expect(html).not.toContain("/_next/a.js");
  expect(html).not.toContain("__next_f");
  expect(html).toContain("scan.jpg");
  expect(html).toContain("application/ld+json");
});

test("a page with a part that came late keeps its scripts", () => {
  const late = page.replace("<h1>", '<template id="B:0"></template><h1>');
  expect(removeScripts(late, nonce)).toEqual(hashScripts(late, nonce));
});
