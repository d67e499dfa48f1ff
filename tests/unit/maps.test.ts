import { expect, test } from "@playwright/test";
import { frames, placedWithin } from "@/lib/maps/frames";
import { marksOf } from "@/lib/maps/marks";
import { outlineOf } from "@/lib/maps/outline";
import { countriesOf, positionsOf } from "@/lib/maps/positions";
import { windowOf } from "@/lib/maps/projection";
import { mapHref, mapStateOf } from "@/lib/maps/state";

const havana = { name: "Havana", latitude: 23.14, longitude: -82.36, count: 14 };
const washington = { name: "Washington", latitude: 38.9, longitude: -77.04, count: 7 };
const saigon = { name: "Saigon", latitude: 10.78, longitude: 106.7, count: 2 };
const moscow = { name: "Moscow", latitude: 55.76, longitude: 37.62, count: 3 };

test("a map comes as close as its places allow", () => {
  expect(windowOf([], frames.page)).toEqual({ kind: "world" });
  expect(windowOf([havana, saigon, moscow], frames.page)).toEqual({ kind: "world" });
  for (const places of [[havana], [havana, washington]]) {
    const view = windowOf(places, frames.page);
    expect(view.kind).toBe("part");
    expect(placedWithin(places, view, frames.page)).toHaveLength(places.length);
  }
});

test("places on both sides of the date line do not need the whole earth", () => {
  const fiji = { latitude: -18.1, longitude: 178.4 };
  const samoa = { latitude: -13.8, longitude: -171.8 };
  expect(windowOf([fiji, samoa], frames.page).kind).toBe("part");
});

test("an outline is small and drawn once", () => {
  const outline = outlineOf({ kind: "world" }, frames.page);
  expect(outline.land).toMatch(/^M-?\d+ -?\d+l/);
  expect(outline.land.length + outline.borders.length).toBeLessThan(60_000);
  expect(outlineOf({ kind: "world" }, frames.page)).toBe(outline);
});

test("the area of a circle tells the count, and no circle hides another", () => {
  const at = (x: number, y: number, name: string, count: number) => ({ x, y, name, count });
  const marks = marksOf([at(100, 100, "a", 100), at(100, 100, "b", 25), at(101, 100, "c", 1)], frames.page);
  expect(marks.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  const [a, b, c] = marks;
  expect((a?.radius ?? 0) / (b?.radius ?? 1)).toBeCloseTo(2);
  for (const [one, other] of [
    [a, b],
    [a, c],
    [b, c],
  ]) {
    expect(
      Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0)),
    ).toBeGreaterThanOrEqual(9);
  }
});

test("labels that are shown do not lie on each other", () => {
  const marks = marksOf(
    Array.from({ length: 12 }, (_, index) => ({
      x: 500 + index * 3,
      y: 200,
      name: `Place number ${index}`,
      count: index,
    })),
    frames.page,
  );
  const shown = marks.filter(({ label }) => label.isShown);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.length).toBeLessThan(12);
});

test("the biggest places are named, though small ones lie all around them", () => {
  const big = [
    { x: 500, y: 200, name: "Paris", count: 93 },
    { x: 560, y: 215, name: "Vienna", count: 105 },
  ];
  const small = Array.from({ length: 40 }, (_, index) => ({
    x: 440 + (index % 10) * 18,
    y: 160 + Math.floor(index / 10) * 24,
    name: `Village ${index}`,
    count: 1,
  }));
  const marks = marksOf([...small, ...big], frames.page);
  expect(marks.slice(0, 2).map(({ name, label }) => [name, label.isShown])).toEqual([
    ["Vienna", true],
    ["Paris", true],
  ]);
});

const place = (id: number, name: string, more: object = {}) => ({
  id,
  parentId: null,
  name,
  kind: "area" as const,
  latitude: null,
  longitude: null,
  ...more,
});

test("a place is drawn where it is described, else where its name is known, else at the middle of its country", () => {
  const places = [
    place(1, "Cuba", { kind: "country", latitude: 21.5, longitude: -80 }),
    place(2, "Bay of Pigs", { parentId: 1 }),
    place(3, "Saigon"),
    place(4, "Kyoto, Japan"),
    place(5, "Georgia"),
    place(6, "Hot Springs, Va"),
    place(7, "Latin America", { kind: "region" }),
    place(8, "Burma"),
    place(9, "San José, Costa Rica"),
  ];
  const positions = positionsOf(places);
  expect(positions.get(1)?.by).toBe("described");
  expect(positions.get(2)).toEqual({ latitude: 21.5, longitude: -80, by: "country" });
  expect(positions.get(3)).toEqual({ latitude: 10.78, longitude: 106.7, by: "named" });
  expect(positions.get(4)?.by).toBe("named");
  // The American state more often than the country: drawn nowhere rather than wrongly.
  expect(positions.has(5)).toBe(false);
  expect(positions.has(6)).toBe(false);
  expect(positions.has(7)).toBe(false);
  expect(positions.get(8)?.by).toBe("country");
  expect(positions.get(9)?.by).toBe("named");
  const countries = countriesOf(places);
  expect(countries.get(2)).toBe("Cuba");
  expect(countries.get(3)).toBe("Vietnam");
  expect(countries.get(4)).toBe("Japan");
});

for (const [asked, address] of [
  ["", "/map"],
  ["from=1950&to=1959", "/map?from=1950&to=1959"],
  ["from=1962&to=1950", "/map?from=1950&to=1962"],
  ["from=year&role=about&sort=records", "/map?role=about"],
  ["part=europe&region=cuba", "/map?part=europe"],
  ["region=cuba&page=2", "/map?region=cuba&page=2"],
  ["region=%2E%2E", "/map"],
] as const) {
  test(`the map of "${asked}" has the address ${address}`, () => {
    const state = mapStateOf(Object.fromEntries(new URLSearchParams(asked)));
    expect(mapHref(state, { page: state.page })).toBe(address);
  });
}
