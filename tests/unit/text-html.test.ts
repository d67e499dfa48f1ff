import { expect, test } from "@playwright/test";
import { textFromHtml, textFromPlain } from "@/lib/archive/text-html";

test("scripts, styles, handlers and dangerous addresses do not survive", () => {
  const { html } = textFromHtml(
    `<style>p{}</style><p onclick="x()" style="color:red">a<script>x()</script><img src=x onerror=x()>` +
      `<a href="javascript:x()">b</a><a href="//evil.example">c</a><iframe src="x"></iframe><svg onload=x()></svg></p>`,
  );
  expect(html).toBe(`<p id="p1">a<a>b</a><a>c</a></p>`);
});

test("a paragraph keeps its anchor when others are put around it", () => {
  const first = textFromHtml("<p>one</p><p>two</p>");
  expect(first.html).toBe(`<p id="p1">one</p><p id="p2">two</p>`);
  const second = textFromHtml(first.html.replace(`<p id="p2">`, `<p>between</p><p id="p2">`));
  expect(second.html).toBe(`<p id="p1">one</p><p id="p3">between</p><p id="p2">two</p>`);
});

test("a copied anchor is given to the first paragraph only, and foreign ids are dropped", () => {
  expect(textFromHtml(`<p id="p1">a</p><p id="p1">b</p><p id="admin">c</p>`).html).toBe(
    `<p id="p1">a</p><p id="p2">b</p><p id="p3">c</p>`,
  );
});

test("cleaning a clean text changes nothing", () => {
  const { html } = textFromHtml(
    `<h1>Head</h1><p lang="ar" dir="rtl">نص</p><ul><li>x &amp; y</li></ul><p>a<br>b</p>`,
  );
  expect(textFromHtml(html).html).toBe(html);
});

test("words are taken without markup and with entities read", () => {
  const { plain, segments } = textFromHtml("<p>Fish &amp; <b>chips</b><br>&lt;now&gt;</p><p>two</p>");
  expect(plain).toBe("Fish & chips <now>\n\ntwo");
  expect(segments).toEqual([
    { anchor: "p1", plain: "Fish & chips <now>" },
    { anchor: "p2", plain: "two" },
  ]);
});

test("plain words become paragraphs", () => {
  expect(textFromPlain("one <b>\r\nline\r\n\r\n\r\ntwo & three\n")).toEqual({
    html: `<p id="p1">one &lt;b&gt;<br />line</p>\n<p id="p2">two &amp; three</p>`,
    plain: "one <b> line\n\ntwo & three",
    segments: [
      { anchor: "p1", plain: "one <b> line" },
      { anchor: "p2", plain: "two & three" },
    ],
  });
});
