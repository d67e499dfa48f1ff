import { expect, test } from "@playwright/test";
import { wordsToMark } from "@/app/_browser/reader/marked-words";
import { markEnd, markStart, tellsMore } from "@/lib/search/snippet";

const marked = (words: string) => words.replaceAll("[", markStart).replaceAll("]", markEnd);

for (const [text, summary, isText] of [
  ["a [slip] [of] [the] [pen]", "principles [of] [the] archive", true],
  ["[of] [the]", "a [slip] [of] [the] [pen]", false],
  ["[record] and [records]", "a [record]", false],
  ["no match", "no match", false],
  ["no match", "", true],
  ["", "", false],
] as const) {
  test(`a text that ${isText ? "tells" : "does not tell"} more than the summary: ${text}, ${summary}`, () =>
    expect(tellsMore(marked(text), marked(summary))).toBe(isText));
}

for (const [query, text, found] of [
  ["missile crisis", "Missiles in a crisis; mission", ["Missiles", "crisis"]],
  [`"nuclear war" -peace`, "nuclear  war, peace, war", ["nuclear  war"]],
  ["castro OR mikoyan", "Or Castro and Mikoyan’s", ["Castro", "Mikoyan"]],
  ["écrits", "les ecrits", ["ecrits"]],
  ["хрущев", "с Хрущевым", ["Хрущевым"]],
  ["( ( [", "([", []],
  ["title:Cuba -Berlin", "Cuba and Berlin; the title of Cuban papers", ["Cuba", "Cuban"]],
  ["to:(Castro OR Mikoyan)", "to Castro and Mikoyan", ["Castro", "Mikoyan"]],
  [
    "cuba -(berlin OR title:prague (havana)) NOT turkey peace",
    "Cuba, Berlin, Prague, Havana, Turkey, peace",
    ["Cuba", "peace"],
  ],
  [
    "cuba AND (year:1962 | lang:en | has:(scan OR transcript))",
    "Cuba in 1962 and en scan transcript",
    ["Cuba"],
  ],
  ["missil*", "Missiles, missilery, mission", ["Missiles", "missilery"]],
  ['"war"', "wars, war", ["war"]],
  ["Mao Tse-tung", "Chairman Mao Tse-tung, Mao Tse tung", ["Mao", "Tse-tung", "Mao", "Tse tung"]],
  ["cold war", "Cold wars of Warsaw, warning", ["Cold", "wars"]],
  ["мир", "о мире и миру", ["мире", "миру"]],
  ["U N", "The UN is not u or n", ["u", "n"]],
] as const) {
  test(`words to mark for ${query}`, () => {
    const finder = wordsToMark(query);
    expect(finder ? [...text.matchAll(finder)].map(([words]) => words) : []).toEqual([...found]);
  });
}
