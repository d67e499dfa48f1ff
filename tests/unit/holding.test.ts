import { expect, test } from "@playwright/test";
import { folioCoverage } from "@/lib/archive/folio-coverage";
import {
  holdingAbove,
  holdingHref,
  holdingOf,
  holdingValue,
  inNaturalOrder,
  placesAbove,
  wholeRepository,
  type Holding,
} from "@/lib/archive/holding";

const at = (fonds: string | null, series: string | null = null, file: string | null = null): Holding => ({
  fonds,
  series,
  file,
});

const places: [place: Holding, path: string][] = [
  [at("f. 5"), "f.%205"],
  [at("f. 5", "op. 49", "d. 131"), "f.%205/op.%2049/d.%20131"],
  [at("B 136", null, "59748"), "B%20136/-/59748"],
  [at(null, null, "763.72111"), "-/-/763.72111"],
  [at("DepCORDS/MACV Papers", null, "12/63–3/65"), "DepCORDS%2FMACV%20Papers/-/12%2F63%E2%80%933%2F65"],
  [at("ф. 5", "оп. 49"), "%D1%84.%205/%D0%BE%D0%BF.%2049"],
  [at("-", ".", ".."), "--/-./-.."],
  [at("100%", "%2F", "a?b#c"), "100%25/%252F/a%3Fb%23c"],
];

for (const [place, path] of places) {
  test(`a place has the address …/${path}, and is found there`, () => {
    expect(holdingHref("rgani", place)).toBe(`/repositories/rgani/${path}`);
    expect(holdingOf(path.split("/"))).toEqual(place);
    expect(new URL(`/repositories/rgani/${path}`, "http://archive.test").pathname).toBe(
      `/repositories/rgani/${path}`,
    );
  });
}

test("an address that ends in an unnamed level, or is broken, names no place", () => {
  for (const path of [["-"], ["f. 5", "-"], ["%"], [""], ["a", "b", "c", "d"], []])
    expect(holdingOf(path)).toBeNull();
});

test("the places above a file are those that are named", () => {
  expect(placesAbove(at("f. 5", "op. 49", "d. 131"))).toEqual([at("f. 5"), at("f. 5", "op. 49")]);
  expect(placesAbove(at("B 136", null, "59748"))).toEqual([at("B 136")]);
  expect(placesAbove(at(null, null, "763.72111"))).toEqual([]);
});

test("parts are counted, not spelt", () => {
  expect(["op. 10", "op. 2", "Op. 1"].toSorted(inNaturalOrder)).toEqual(["Op. 1", "op. 2", "op. 10"]);
});

test("folios that are published, shared and missing are told apart", () => {
  const runs = [
    { id: 1, from: 193, to: 194 },
    { id: 2, from: 203, to: 210 },
    { id: 3, from: 194, to: 194 },
    { id: 4, from: null, to: null },
    { id: 5, from: 205, to: 206 },
    { id: 6, from: 211, to: 211 },
  ];
  const { bounds, gaps, overlaps } = folioCoverage(runs);
  expect(bounds).toEqual({ from: 193, to: 211 });
  expect(gaps).toEqual([{ from: 195, to: 202 }]);
  expect([...overlaps]).toEqual([
    [1, [3]],
    [3, [1]],
    [2, [5]],
    [5, [2]],
  ]);
  expect(folioCoverage([])).toEqual({ bounds: null, gaps: [], overlaps: new Map() });
});

test("a place in an archive's order is the value of a filter, and tells what stands above it", () => {
  for (const [holding, value, above, name] of [
    [{ fonds: "5", series: "30", file: "12" }, "rgani:5›30›12", "rgani:5›30", "12"],
    [{ fonds: "5", series: "30", file: null }, "rgani:5›30", "rgani:5", "30"],
    [{ fonds: "5", series: null, file: "12" }, "rgani:5›-›12", "rgani:5", "12"],
    [{ fonds: null, series: null, file: "12" }, "rgani:-›-›12", "rgani", "12"],
    [{ fonds: "RG 59: files", series: null, file: null }, "rgani:RG 59: files", "rgani", "RG 59: files"],
  ] as const) {
    expect(holdingValue("rgani", holding)).toBe(value);
    expect(holdingAbove(value)).toEqual({ above, name });
  }
  expect(holdingValue("rgani", wholeRepository)).toBe("rgani");
  expect(holdingAbove("rgani")).toBeNull();
});
