import { expect, test } from "@playwright/test";
import { plainOf, readBlocks } from "@/lib/archive/text-blocks";
import { noteFromHtml, textFromHtml, textFromPlain } from "@/lib/archive/text-html";

test("scripts, styles, handlers and dangerous addresses do not survive", () => {
  const { html } = textFromHtml(
    `<style>p{}</style><p onclick="x()" style="color:red">a<script>x()</script><img src=x onerror=x()>` +
      `<a href="javascript:x()">b</a><a href="//evil.example">c</a><iframe src="x"></iframe><svg onload=x()></svg></p>`,
  );
  expect(html).toBe(`<p>a<a>b</a><a>c</a></p>`);
});

test("anchors, alignments and page breaks stay, foreign values of the same attributes go", () => {
  expect(
    textFromHtml(
      `<p id="p7" data-renders="p2">a<span data-page="3"></span></p><hr data-page="4"><p id="admin" data-renders="x">b</p>` +
        `<hr data-page="0"><p data-page="5" id="p0">c</p>`,
    ).html,
  ).toBe(
    `<p id="p7" data-renders="p2">a<span data-page="3"></span></p><hr data-page="4" /><p>b</p><hr /><p>c</p>`,
  );
});

test("words outside any paragraph get one, and elements that only part are left out", () => {
  expect(
    textFromHtml(`Bare <b>words</b><p>One</p><div>Two</div><div><div>Three</div><p>Four</p></div>`).html,
  ).toBe(`<p>Bare <b>words</b></p><p>One</p><p>Two</p><p>Three</p><p>Four</p>`);
});

for (const html of [
  `<h1>Head</h1><p lang="ar" dir="rtl">نص</p><ul><li>x &amp; y</li></ul><p>a<br>b</p>`,
  `<blockquote><p>a</p></blockquote>\n<hr data-page="2">\n<table><tr><td><p>b</p></td></tr></table>`,
  `bare<div>words</div>`,
]) {
  test(`cleaning a clean text changes nothing: ${html}`, () => {
    const once = textFromHtml(html).html;
    expect(textFromHtml(once).html).toBe(once);
  });
}

test("each word belongs to one block; lists and quotations count where they have words of their own", () => {
  const { blocks } = readBlocks(
    textFromHtml(
      `<ul><li>one<ul><li>inner</li></ul></li><li><p>two</p></li></ul><blockquote>three<p>four</p></blockquote>` +
        `<table><tr><td>a</td><td><p>b</p></td></tr></table><p> </p>`,
    ).html,
  );
  expect(blocks.map(({ plain }) => plain)).toEqual(["one", "inner", "two", "three", "four", "a b"]);
});

test("pages are read from the breaks, also within a paragraph", () => {
  const { blocks } = readBlocks(
    `<p>a</p><hr data-page="2" /><p>b<span data-page="3"></span> b</p><p>c</p><p><span data-page="4"></span>d</p>`,
  );
  expect(blocks.map(({ page }) => page)).toEqual([null, 2, 3, 4]);
});

test("words are taken without markup and with entities read", () => {
  expect(plainOf("<p>Fish &amp; <b>chips</b><br>&lt;now&gt;</p><p>two</p>")).toBe("Fish & chips <now> two");
});

test("plain words become paragraphs", () => {
  expect(textFromPlain("one <b>\r\nline\r\n\r\n\r\ntwo & three\n").html).toBe(
    `<p>one &lt;b&gt;<br />line</p>\n<p>two &amp; three</p>`,
  );
});

test("notes have no headings, tables or ids", () => {
  expect(
    noteFromHtml(`<h2 id="p1">See</h2><p id="x">the <i>file</i></p><table><tr><td>c</td></tr></table>`).html,
  ).toBe(`See<p>the <i>file</i></p>c`);
});
