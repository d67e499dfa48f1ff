import { expect, test } from "@playwright/test";
import { slugLength, slugOf, slugOfName } from "@/lib/archive/slug";

const slugs: [text: string, slug: string][] = [
  ["Cable from USSR Ambassador to Cuba Alekseev", "cable-from-ussr-ambassador-to-cuba-alekseev"],
  ["Алексеев, Александр", "alekseev-aleksandr"],
  ["Dorticós Torrado, Osvaldo", "dorticos-torrado-osvaldo"],
  ["Cuba’s army", "cubas-army"],
  ["  --  ", "untitled"],
  ["", "untitled"],
];

for (const [text, slug] of slugs) {
  test(`“${text}” has the slug ${slug}`, () => {
    expect(slugOf(text)).toBe(slug);
  });
}

test("a long title is cut between words, a long word inside", () => {
  expect(slugOf("resolution ".repeat(30)).length).toBeLessThanOrEqual(slugLength);
  expect(slugOf("resolution ".repeat(30))).toMatch(/resolution$/);
  expect(slugOf("x".repeat(300))).toHaveLength(slugLength);
});

test("a slug is its own slug", () => {
  for (const [, slug] of slugs) expect(slugOf(slug)).toBe(slug);
});

test("a name of which nothing survives has no address of its own", () => {
  expect(slugOfName("Хрущёв, Никита")).toBe("khrushchev-nikita");
  expect(slugOfName("— …")).toBeNull();
});
