import { fileURLToPath } from "node:url";
import { Font } from "@react-pdf/renderer";

/** The archive's own typeface: Latin, Cyrillic and Greek. */
const serif = "Archive Serif";
const settings = [
  { setting: "regular", fontStyle: "normal", fontWeight: 400 },
  { setting: "italic", fontStyle: "italic", fontWeight: 400 },
  { setting: "semibold", fontStyle: "normal", fontWeight: 600 },
] as const;

/** Arabic, and what is left of signs. */
const naskhParts = ["arabic", "latin-ext", "math", "symbols"];
const naskhOf = (part: string) => `Naskh ${part}`;

/** The families for the style of every text: each sign is set in the first that has it. */
export const families: string[] = [serif, ...naskhParts.map(naskhOf)];

const serifFile = (setting: string) =>
  fileURLToPath(new URL(`typefaces/archive-serif-${setting}.ttf`, import.meta.url));
const naskhFile = (part: string) =>
  fileURLToPath(
    import.meta.resolve(`@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-${part}-400-normal.woff`),
  );

/** Words longer than this may be broken anywhere, without a hyphen: they are addresses. */
const longestWord = 36;

/** Makes the typefaces known and reads them all, so that `isPrintable` can answer. */
export async function loadFonts(): Promise<void> {
  for (const { setting, fontStyle, fontWeight } of settings) {
    Font.register({ family: serif, src: serifFile(setting), fontStyle, fontWeight });
    // One cut of the Naskh serves for all: it has no italic, and its bold is not needed.
    for (const part of naskhParts)
      Font.register({ family: naskhOf(part), src: naskhFile(part), fontStyle, fontWeight });
  }
  // An empty part tells the typesetter that it breaks there without a hyphen.
  Font.registerHyphenationCallback((word) =>
    word.length > longestWord ? Array.from(word).flatMap((letter) => [letter, ""]) : [word],
  );
  for (const fontFamily of families)
    for (const { fontStyle, fontWeight } of settings) await Font.load({ fontFamily, fontStyle, fontWeight });
  const naskh = new Set(
    settings.map(
      ({ fontStyle, fontWeight }) =>
        Font.getFont({ fontFamily: naskhOf("arabic"), fontStyle, fontWeight }).data,
    ),
  );
  for (const typeface of naskh) {
    if (!typeface) continue;
    placeMarksRightToLeft(typeface);
    keepLettersApart(typeface);
  }
}

type Typeface = NonNullable<ReturnType<typeof Font.getFont>["data"]>;
type Glyph = ReturnType<Typeface["getGlyph"]>;

/** The size, in points, in which Arabic texts are set. */
export const arabicSize = 12;

/**
 * Puts the dots and vowel signs of Arabic where they belong. The typesetter lays the script out from left to right and turns the glyphs
 * round afterwards, but not the places of signs, which count from the end of their letter and are then taken to count from its
 * beginning: the letter's width is added. It also takes these places, and only these, for thousandths of the size squared; they are
 * made right for the size in which texts are set, and nearly right for others.
 */
function placeMarksRightToLeft(typeface: Typeface): void {
  const layout = typeface.layout.bind(typeface);
  typeface.layout = (...given: Parameters<typeof layout>) => {
    const run = layout(...given);
    let width = 0;
    for (const position of run.positions) {
      if (position.xAdvance !== 0) {
        width = position.xAdvance;
        continue;
      }
      position.xOffset = ((position.xOffset + width) * 1000) / arabicSize;
      position.yOffset = (position.yOffset * 1000) / arabicSize;
    }
    return run;
  };
}

/** Glyphs of a typeface are counted in 16 bits; what lies above them in a number tells apart the letters that a glyph stands for. */
const glyphNumbers = 65_536;

/**
 * Makes the letters of Arabic what they are when they are copied from the print. The Naskh has one glyph for the strokes of ب, ت, ث and ي
 * and sets their dots as glyphs of their own; a PDF says of each of its glyphs which letter it stands for, the typesetter that it is the
 * letter which came first. Here each letter has a glyph of its own, by a number of its own, and in the PDF the strokes stand once for each.
 */
function keepLettersApart(typeface: Typeface): void {
  const getGlyph = typeface.getGlyph.bind(typeface);
  const createSubset = typeface.createSubset.bind(typeface);
  const versions = new Map<number, Map<string, Glyph>>();
  typeface.getGlyph = (id: number, letters?: number[]) => {
    const glyph = getGlyph(id, letters);
    if (!glyph || letters === undefined) return glyph;
    const known = versions.get(id) ?? new Map<string, Glyph>([[glyph.codePoints.join(), glyph]]);
    versions.set(id, known);
    const version: Glyph =
      known.get(letters.join()) ??
      // Its measures are looked up by its number, so they are read first and come to the new one from the old.
      (glyph.advanceWidth,
      Object.create(glyph, {
        id: { value: id + glyphNumbers * known.size },
        codePoints: { value: [...letters] },
      }));
    known.set(letters.join(), version);
    return version;
  };
  typeface.createSubset = () => {
    const subset = createSubset();
    const includeGlyph = subset.includeGlyph.bind(subset);
    subset.includeGlyph = (id: number) => {
      const place: number = includeGlyph(id);
      subset.glyphs[place] = id % glyphNumbers;
      return place;
    };
    return subset;
  };
}

/** Signs that take no ink. */
const invisible =
  /[\s\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}\u{AD}]|\p{Variation_Selector}/u;

const printable = new Map<string, boolean>();

/** Whether one of the typefaces has the sign. */
export function isPrintable(sign: string): boolean {
  const known = printable.get(sign);
  if (known !== undefined) return known;
  const code = sign.codePointAt(0) ?? 0;
  const answer =
    invisible.test(sign) ||
    families.some((fontFamily) => Font.getFont({ fontFamily }).data?.hasGlyphForCodePoint(code));
  printable.set(sign, answer);
  return answer;
}
