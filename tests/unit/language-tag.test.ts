import { expect, test } from "@playwright/test";
import { languageOf, tagInScriptOf } from "@/lib/archive/language-tag";

const texts: [tag: string, text: string, result: string][] = [
  ["ota", "ḥüküm ki: büyükilçilik ile", "ota-Latn"],
  ["ota", "حكم", "ota"],
  ["de", "Befehlsschreiben", "de"],
  ["sr", "Pismo", "sr-Latn"],
  ["ru", "Письмо от Anna", "ru"],
  ["zh", "中文文件 ABC", "zh"],
  ["ota-Latn", "حكم", "ota-Latn"],
  ["en", "1962 — 7", "en"],
];
for (const [tag, text, result] of texts) {
  test(`“${text}” in ${tag} is ${result}`, () => {
    expect(tagInScriptOf(tag, text)).toBe(result);
  });
}

test("a transliteration is set from left to right", () => {
  expect(languageOf("ota").direction).toBe("rtl");
  expect(languageOf("ota-Latn")).toMatchObject({ direction: "ltr", name: "Ottoman Turkish (Latin)" });
});
