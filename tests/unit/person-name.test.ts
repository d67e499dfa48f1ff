import { expect, test } from "@playwright/test";
import { personKey, slugsOfPerson } from "@/lib/archive/person-name";

const same: [one: string, other: string][] = [
  ["Example, Eric", "Eric Example"],
  ["Example, E. Frank", "E. Frank Example"],
  ["Example, Eric (Rick)", "Eric Example"],
  ["Example, Eric “Rick”", "eric example"],
  ["van der Example, Max", "Max van der Example"],
  ["Example, Eric, Jr.", "Eric Example, Jr."],
  ["Éxample, Eric F.", "Eric F Example"],
];
for (const [one, other] of same) {
  test(`“${one}” is “${other}”`, () => {
    expect(personKey(one)).toBe(personKey(other));
    expect(personKey(one)).not.toBeNull();
    expect(slugsOfPerson(one).some((slug) => slugsOfPerson(other).includes(slug))).toBe(true);
  });
}

const different: [one: string, other: string][] = [
  ["Example, Eric", "Eric F. Example"],
  ["Example, Eric", "Eric Example, Jr."],
  ["Example, Eric", "Example Eric"],
];
for (const [one, other] of different) {
  test(`“${one}” is not “${other}”`, () => {
    expect(personKey(one)).not.toBe(personKey(other));
  });
}

for (const name of [
  "Example",
  "Mr. Example",
  "Example, General",
  "E. Example",
  "Example, E.",
  "A, B, C",
  "",
]) {
  test(`“${name}” is too little to know anybody by`, () => {
    expect(personKey(name)).toBeNull();
    expect(slugsOfPerson(name)).toEqual([]);
  });
}
