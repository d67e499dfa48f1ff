import { expect, test } from "@playwright/test";
import { searchInWords } from "@/lib/search/in-words";
import { parseSearchState } from "@/lib/search/state";

const labels = new Map([
  ["place:cuba", "Cuba"],
  ["type:telegram", "Telegram"],
]);

for (const [query, words] of [
  ["", "All records"],
  ["sort=oldest&view=map&page=3", "All records"],
  ["q=missile+crisis", "“missile crisis”"],
  ["q=aid&in=titles&exact=yes", "“aid” · in titles · exactly these words"],
  [
    "place=cuba&not-type=telegram&decade=1960&year=-43",
    "Place: Cuba · Decade: 1960s · Year: 44 BCE · not Type of document: Telegram",
  ],
  ["person=nobody-known", "Person or organisation: nobody-known"],
  ["from=1962-10&to=1963&certain=yes", "from 1962-10 to 1963 · dated certainly"],
  ["from=soon&to=1963", "to 1963"],
] as const) {
  test(`${query || "nothing"} asks for ${words}`, () =>
    expect(searchInWords(parseSearchState(new URLSearchParams(query)), labels)).toBe(words));
}
