import { expect, test } from "@playwright/test";
import { families, isPrintable, loadFonts } from "@/lib/print/fonts";
import { readable, unreadable } from "@/lib/print/unreadable";

test.beforeAll(loadFonts);

test("letters of transliterations are printed, whether composed or not", () => {
  const letters = "ḳ Ḳ ḫ Ḫ ḥ Ḥ ṣ Ṣ ż Ż ẓ Ẓ ẕ Ẕ ṭ Ṭ ġ Ġ ḍ Ḍ ḏ ṯ ẖ s̠ S̠ z̠ ñ ā ī ū ʿ ʾ ʽ ğ ş ç ı İ ǧ č š ž â î û";
  expect(readable(letters)).toBe(letters.normalize("NFC"));
  expect(readable(letters.normalize("NFD"))).toBe(letters.normalize("NFC"));
  expect(unreadable(letters)).toEqual({ signs: 0, isMost: false });
});

test("every letter of the Ottoman and Arabic transliterations is in the archive's own typeface", () => {
  expect(families[0]).toBe("Archive Serif");
  for (const sign of "ḳḲẔẕẖḫṣżẓṭġʿʾʽ\u{320}\u{331}\u{323}\u{327}\u{342}")
    expect(isPrintable(sign), sign).toBe(true);
});

test("a sign that no typeface has is set in parts, or seen to be missing", () => {
  expect(readable("⅓ of 3")).toBe("1⁄3 of 3");
  expect(readable("漢 and ꙮ")).toBe("¤ and ¤");
  expect(unreadable("漢字")).toEqual({ signs: 2, isMost: true });
});
