import { expect, test } from "@playwright/test";
import { placeFacts, type PlaceFacts } from "@/lib/maps/place-facts";

const facts: [name: string, facts: Partial<PlaceFacts>][] = [
  ["Wien", { country: "Austria", isCountry: false, names: ["Vienna", "Wien", "Vienne"] }],
  ["Djakarta", { country: "Indonesia", names: ["Jakarta", "Djakarta", "Batavia"] }],
  ["Konstantinopel", { country: "Turkey" }],
  ["Washington", { country: "United States of America", names: ["Washington"] }],
  ["Kyoto, Japan", { country: "Japan", names: ["Kyoto, Japan"] }],
  ["Japan", { country: null, isCountry: true }],
  ["Hong Kong", { country: null }],
  ["Nowhere in particular", { country: null, isCountry: false, names: ["Nowhere in particular"] }],
];
for (const [name, known] of facts) {
  test(`what is known of ${name}`, () => {
    expect(placeFacts(name)).toMatchObject(known);
  });
}

test("a village elsewhere is not the city of its name", () => {
  expect(placeFacts("Vienna", { latitude: 38.9, longitude: -77.3 })).toEqual({
    country: null,
    isCountry: false,
    names: ["Vienna"],
  });
  expect(placeFacts("Vienna", { latitude: 48.2, longitude: 16.4 }).country).toBe("Austria");
});
