import { expect, test } from "@playwright/test";
import { alignedRows } from "@/lib/texts/alignment";
import { shownTexts, type Piece, type TextToShow } from "@/lib/texts/shown-text";

const links = { paragraphs: "", citation: (p: number) => `/cite?p=${p}`, page: () => null };

const piecesOf = (...html: readonly string[]) =>
  shownTexts(
    html.map((one, index) => ({ id: index + 1, html: one, notes: [] })),
    links,
  ).map(({ pieces }) => pieces);

const rowsOf = (left: string, right: string) => {
  const [one = [], other = []] = piecesOf(left, right);
  const anchors = (pieces: readonly Piece[]) => pieces.flatMap(({ anchors: own }) => own).join(" ");
  return alignedRows(one, other).map((row) => `${anchors(row.left)} | ${anchors(row.right)}`);
};

/** Paragraphs given as "1", "2>1" (renders p1), "3@2" (page 2 begins before it). */
const paragraphs = (...given: readonly string[]) =>
  given
    .map((one) => {
      const [, number = "", renders, page] = /^(\d+)(?:>(\d+))?(?:@(\d+))?$/.exec(one) ?? [];
      const mark = page === undefined ? "" : `<hr data-page="${page}" />`;
      const of = renders === undefined ? "" : ` data-renders="p${renders}"`;
      return `${mark}<p id="p${number}"${of}>words ${number}</p>`;
    })
    .join("");

for (const [name, left, right, rows] of [
  ["as many paragraphs on both sides", ["1", "2"], ["3", "4"], ["p1 | p3", "p2 | p4"]],
  ["recorded alignment", ["1", "2", "3"], ["4>1", "5>3"], ["p1 | p4", "p2 | ", "p3 | p5"]],
  ["recorded from the other side", ["1>3", "2>4"], ["3", "4", "5"], ["p1 | p3", "p2 | p4", " | p5"]],
  ["both render a third text", ["11>1", "12>2"], ["21>2", "22>3"], ["p11 | ", "p12 | p21", " | p22"]],
  ["one paragraph rendered by two", ["1", "2"], ["3>1", "4>1", "5>2"], ["p1 | p3 p4", "p2 | p5"]],
  ["two paragraphs rendered by one", ["1", "2", "3"], ["4>1", "5>3"], ["p1 | p4", "p2 | ", "p3 | p5"]],
  [
    "between aligned places in order",
    ["1", "2", "3"],
    ["4>1", "5", "6>3"],
    ["p1 | p4", "p2 | p5", "p3 | p6"],
  ],
  ["by page", ["1@1", "2", "3@2"], ["4@1", "5@2", "6"], ["p1 p2 | p4", "p3 | p5 p6"]],
  ["by how far they stand", ["1", "2", "3", "4"], ["5", "6"], ["p1 p2 | p5", "p3 p4 | p6"]],
  ["an empty side", ["1"], [], ["p1 | "]],
] as const) {
  test(`rows: ${name}`, () => {
    expect(rowsOf(paragraphs(...left), paragraphs(...right))).toEqual([...rows]);
  });
}

test("every piece stands in one row, in order, whatever is recorded", () => {
  let seed = 11;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 300; round += 1) {
    const side = (first: number, other: number) =>
      Array.from({ length: random(9) }, (_, index) => {
        const renders = random(3) === 0 ? `>${other + random(9)}` : "";
        return `${first + index}${renders}${random(4) === 0 ? `@${1 + random(4)}` : ""}`;
      });
    const [left = [], right = []] = piecesOf(paragraphs(...side(10, 20)), paragraphs(...side(20, 10)));
    const rows = alignedRows(left, right);
    expect(rows.flatMap((row) => row.left)).toEqual(left);
    expect(rows.flatMap((row) => row.right)).toEqual(right);
  }
});

const text = (html: string, notes: TextToShow["notes"] = []): TextToShow => ({ id: 7, html, notes });

test("a paragraph has a permalink and a way to its citation", () => {
  const [shown] = shownTexts([text(`<p id="p12" lang="fr">Mots</p>`)], links);
  expect(shown?.pieces[0]?.html).toBe(
    `<p id="p12" lang="fr"><a href="#p12" data-permalink aria-label="Paragraph 12">12</a>` +
      `<a href="/cite?p=12" data-cite-paragraph="12" aria-label="Cite paragraph 12">Cite</a>Mots</p>`,
  );
});

test("the links of a heading stand before it and are no part of its name", () => {
  const [shown] = shownTexts([text(`<h3 id="p4" dir="rtl">Words</h3><p id="p5">a</p>`)], links);
  expect(shown?.pieces.map(({ html }) => html.replaceAll(/<a [^>]*>[^<]*<\/a>/g, "LINK"))).toEqual([
    `<div id="p4" dir="rtl" data-headed>LINKLINK<h3 dir="rtl">Words</h3></div>`,
    `<p id="p5">LINKLINKa</p>`,
  ]);
});

test("texts that share numbers are shown under addresses of their own", () => {
  const html = `<p id="p1">a</p>`;
  const [first, second] = shownTexts([text(html), { ...text(html), id: 8 }], links);
  expect(first?.pieces[0]?.html).toContain(`<p id="p1"><a href="#p1"`);
  expect(second?.pieces[0]?.html).toContain(`<p id="t8-p1"><a href="#t8-p1"`);
  expect(second?.pieces[0]?.html).not.toContain("Cite");
});

test("notes and their references lead to each other; a reference to no note leads nowhere else", () => {
  const [shown] = shownTexts(
    [
      text(`<p id="p1">a<a href="#n1">*</a> b<a href="#n1">*</a> c<a href="#n9">9</a></p>`, [
        { number: 1, label: "*", html: "Note" },
        { number: 2, label: null, html: "Unreferred" },
      ]),
    ],
    links,
  );
  expect(shown?.pieces[0]?.html).toContain(
    `a<a id="t7-r1" href="#t7-n1" data-note role="doc-noteref" aria-label="Note *">*</a> b<a href="#t7-n1"`,
  );
  expect(shown?.notes).toEqual([
    { id: "t7-n1", reference: "t7-r1", mark: "*", html: "Note" },
    { id: "t7-n2", reference: null, mark: "2", html: "Unreferred" },
  ]);
});

test("a table keeps its links within its first cell, a page break within a paragraph its place", () => {
  const [shown] = shownTexts(
    [text(`<table id="p1"><tr><td>a</td></tr></table><p id="p2">b <span data-page="2"></span>c</p>`)],
    { ...links, page: (page) => `/read?page=${page}` },
  );
  expect(shown?.pieces.map(({ html }) => html)).toEqual([
    expect.stringContaining(`<table id="p1"><tr><td><a href="#p1"`),
    expect.stringContaining(
      `b <span id="t7-page2" data-page-mark="2" lang="en" dir="ltr"><a href="/read?page=2">Page 2</a></span>c`,
    ),
  ]);
});
