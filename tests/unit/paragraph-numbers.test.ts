import { expect, test } from "@playwright/test";
import { highestNumber, numberParagraphs, type StoredText } from "@/lib/archive/paragraph-numbers";
import { textFromHtml } from "@/lib/archive/text-html";

const anchorsOf = ({ segments }: StoredText) =>
  Object.fromEntries(segments.map(({ anchor, plain }) => [plain, anchor]));

/** Stores texts for the first time; each is given as its paragraphs. */
const stored = (...texts: readonly (readonly string[])[]) =>
  numberParagraphs(
    texts.map((paragraphs) => ({ html: paragraphs.map((words) => `<p>${words}</p>`).join(""), past: null })),
    0,
  );

/** Stores texts again after `edit` has changed their HTML; a text that edit leaves out is deleted. */
function edited(
  texts: readonly StoredText[],
  edit: (html: readonly string[]) => readonly string[],
  highest = 0,
) {
  const most = Math.max(
    highest,
    highestNumber(texts.flatMap(({ segments }) => segments.map(({ anchor }) => anchor))),
  );
  return numberParagraphs(
    edit(texts.map(({ html }) => html)).map((html, index) => ({
      html,
      past: texts[index]?.segments ?? null,
    })),
    most,
  );
}

test("numbers run through all texts of a record", () => {
  const [first, second] = stored(["a", "b"], ["c", "d"]);
  expect(first?.html).toBe(`<p id="p1">a</p><p id="p2">b</p>`);
  expect(second?.html).toBe(`<p id="p3">c</p><p id="p4">d</p>`);
});

test("a paragraph keeps its number when others are put around it, in its own or another text", () => {
  const [first, second] = edited(stored(["a", "b"], ["c"]), ([one = "", two = ""]) => [
    one.replace(`<p id="p2">`, `<p>new</p><p id="p2">`),
    `<p>top</p>${two}`,
  ]);
  expect(first && anchorsOf(first)).toEqual({ a: "p1", new: "p4", b: "p2" });
  expect(second && anchorsOf(second)).toEqual({ top: "p5", c: "p3" });
});

test("the number of a removed paragraph is given to no other", () => {
  const [text] = edited(stored(["a", "b", "c"]), ([html = ""]) => [
    `${html.replace(/<p id="p3">.*/, "")}<p>d</p>`,
  ]);
  expect(text && anchorsOf(text)).toEqual({ a: "p1", b: "p2", d: "p4" });
  // Removed by an earlier save, it is known from the history alone.
  const [later] = edited(stored(["a", "b"]), ([html = ""]) => [`${html}<p>d</p>`], 40);
  expect(later && anchorsOf(later)).toEqual({ a: "p1", b: "p2", d: "p41" });
});

test("paragraphs that change places, or move to another text, keep their numbers", () => {
  const [first, second] = edited(stored(["a", "b"], ["c"]), () => [
    `<p id="p2">b</p>`,
    `<p id="p3">c</p><p id="p1">a</p>`,
  ]);
  expect(first && anchorsOf(first)).toEqual({ b: "p2" });
  expect(second && anchorsOf(second)).toEqual({ c: "p3", a: "p1" });
});

test("a copied paragraph is a new one, wherever the copy stands", () => {
  const [first, second] = edited(stored(["a"], ["b"]), () => [
    `<p id="p2">copy</p><p id="p1">a</p><p id="p1">again</p>`,
    `<p id="p2">b</p>`,
  ]);
  expect(first && anchorsOf(first)).toEqual({ copy: "p3", a: "p1", again: "p4" });
  expect(second && anchorsOf(second)).toEqual({ b: "p2" });
});

test("numbers that the record never gave are not taken over from foreign HTML", () => {
  const [text] = stored(["a"]);
  const [again, added] = numberParagraphs(
    [
      { html: `<p id="p1">a</p><p id="p999999">x</p>`, past: text?.segments ?? [] },
      { html: `<p id="p1">y</p><p id="p2">z</p>`, past: null },
    ],
    1,
  );
  expect(again && anchorsOf(again)).toEqual({ a: "p1", x: "p2" });
  expect(added && anchorsOf(added)).toEqual({ y: "p3", z: "p4" });
});

test("texts of former days that share numbers: the first keeps them", () => {
  const past = (words: string) => [{ anchor: "p1", plain: words }];
  const [first, second] = numberParagraphs(
    [
      { html: `<p id="p1">a</p>`, past: past("a") },
      { html: `<p id="p1">b</p>`, past: past("b") },
    ],
    1,
  );
  expect(first && anchorsOf(first)).toEqual({ a: "p1" });
  expect(second && anchorsOf(second)).toEqual({ b: "p2" });
});

test("a text that comes without numbers is known by its words, equal or similar", () => {
  const [text] = edited(
    stored([
      "The first paragraph of the cable",
      "The second one, which has a slip",
      "Yes.",
      "Yes.",
      "The end",
    ]),
    () => [
      `<p>New at the top of it all</p><p>The first paragraph of the cable</p><p>The second one, which had a slip</p>` +
        `<p>Yes.</p><p>Entirely other matter here</p><p>The end</p>`,
    ],
  );
  expect(text?.segments.map(({ anchor }) => anchor)).toEqual(["p6", "p1", "p2", "p3", "p7", "p5"]);
});

test("alignment is kept by the numbers that paragraphs have now", () => {
  const [first, second] = numberParagraphs(
    [
      { html: `<p id="p9">a</p><p id="p10">b</p>`, past: null },
      { html: `<p id="p9" data-renders="p10">c</p><p data-renders="p77">d</p>`, past: null },
    ],
    0,
  );
  expect(first?.segments.map(({ anchor }) => anchor)).toEqual(["p1", "p2"]);
  expect(second?.html).toBe(`<p id="p3" data-renders="p2">c</p><p id="p4">d</p>`);
  expect(second?.segments[0]).toEqual({ anchor: "p3", plain: "c", alignedAnchor: "p2", page: null });
});

test("storing a stored record again changes nothing, whatever its texts hold", () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const pieces = [
    "<p>x</p>",
    `<p id="p3">y</p>`,
    "<ul><li>z</li></ul>",
    `<hr data-page="2">`,
    "bare",
    `<p id="p1" data-renders="p2">w</p>`,
  ];
  for (let round = 0; round < 300; round += 1) {
    const texts = Array.from(
      { length: 1 + random(3) },
      () =>
        textFromHtml(Array.from({ length: random(7) }, () => pieces[random(pieces.length)]).join("")).html,
    );
    const once = numberParagraphs(
      texts.map((html) => ({ html, past: null })),
      random(5),
    );
    const twice = edited(once, (html) => html.map((one) => textFromHtml(one).html));
    expect(twice).toEqual(once);
    const anchors = once.flatMap(({ segments }) => segments.map(({ anchor }) => anchor));
    expect(new Set(anchors).size).toBe(anchors.length);
  }
});
