import { expect, test } from "@playwright/test";
import { Document, Page, renderToBuffer, Text } from "@react-pdf/renderer";
import { createElement } from "react";
import { arabicSize, families, isPrintable, loadFonts } from "@/lib/print/fonts";
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

test("a print keeps every letter of Arabic, and its words can be copied from it", async () => {
  const lines = ["الوثائق الدبلوماسية العثمانية في بيان", "بسم الله الرحمن الرحيم", "شيخ"];
  const pdf = await renderToBuffer(
    createElement(
      Document,
      null,
      createElement(
        Page,
        { size: "A5", style: { fontFamily: families } },
        lines.map((line) =>
          createElement(
            Text,
            { key: line, style: { direction: "rtl", fontSize: arabicSize } },
            readable(line),
          ),
        ),
      ),
    ),
  );
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const reading = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false });
  const { items } = await (await (await reading.promise).getPage(1)).getTextContent();
  const words = items.map((item) => ("str" in item ? item.str : "")).join(" ");
  // The dots stand for no letter; this reader has control characters for them, others nothing.
  const bare = (text: string) =>
    Array.from(text.normalize("NFC").replaceAll(/[^\p{Script=Arabic}]/gu, ""))
      .toSorted()
      .join("");
  expect(bare(words)).toBe(bare(lines.join("")));
  await reading.destroy();
});
