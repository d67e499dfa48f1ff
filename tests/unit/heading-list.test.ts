import { expect, test } from "@playwright/test";
import { headingListHref, headingListStateOf } from "@/lib/archive/heading-list";
import { headingPage } from "@/lib/archive/heading-page";
import { shortened, treeOf } from "@/lib/archive/tree";
import { broaderByWords, placedByWords } from "@/lib/subjects/tree";
import { headingWithin } from "@/lib/subjects/view";

const row = (id: number, name: string, parentId: number | null = null, records = 1) => ({
  id,
  parentId,
  name,
  slug: name.toLowerCase(),
  records,
});

for (const [asked, address] of [
  ["", "/places"],
  ["view=list", "/places?view=list"],
  ["view=list&letter=b", "/places?letter=b"],
  ["letter=bb", "/places"],
  ["q=rome&page=2", "/places?q=rome&page=2"],
] as const) {
  test(`the list of "${asked}" has the address ${address}`, () => {
    const state = headingListStateOf(Object.fromEntries(new URLSearchParams(asked)));
    expect(headingListHref("/places", state, { page: state.page })).toBe(address);
  });
}

test("a list is narrowed by letter and words, and read by name or by records", () => {
  const rows = [row(1, "Ålesund", null, 1), row(2, "Aachen", null, 5), row(3, "Moscow"), row(4, "1 Hill")];
  const state = headingListStateOf({ letter: "a", sort: "records" });
  expect(headingPage(rows, state, null).rows.map(({ id }) => id)).toEqual([2, 1]);
  expect(headingPage(rows, headingListStateOf({ letter: "other" }), null).rows.map(({ id }) => id)).toEqual([
    4,
  ]);
  const called = headingPage(rows, headingListStateOf({ q: "mos" }), new Set([3]));
  expect(called.rows.map(({ id }) => id)).toEqual([3]);
  expect([...called.present]).toEqual(["m"]);
});

test("a large tree loses its lower levels, and says how much", () => {
  const rows = [row(1, "a"), row(2, "b"), row(3, "a1", 1), row(4, "a2", 1), row(5, "a1x", 3)];
  expect(shortened(treeOf(rows), 5)).toEqual({ left: 0, nodes: expect.any(Array) });
  const { nodes, left } = shortened(treeOf(rows), 4);
  expect(left).toBe(0);
  expect(nodes[0]?.children.map(({ name, cut }) => [name, cut])).toEqual([
    ["a1", 1],
    ["a2", 0],
  ]);
  const top = shortened(treeOf(rows), 1);
  expect(top.left).toBe(1);
  expect(top.nodes.map(({ name, cut }) => [name, cut])).toEqual([["a", 2]]);
});

test("headings without a broader entry stand where their words say", () => {
  const tree = treeOf(
    placedByWords([row(1, "Economy"), row(2, "Economy--Trade--Sugar"), row(3, "War--Cold")]),
  );
  expect(tree.map(({ name, records }) => [name, records])).toEqual([
    ["Economy", 1],
    ["War", null],
  ]);
  expect(tree[0]?.children[0]).toMatchObject({ name: "Economy--Trade", slug: "", records: null });
  expect(tree[0]?.children[0]?.children[0]?.name).toBe("Economy--Trade--Sugar");
  expect(broaderByWords("A--B--C")).toEqual(["A", "A--B"]);
  expect(headingWithin("Cuba--History--1961", "Cuba")).toBe("History — 1961");
});
