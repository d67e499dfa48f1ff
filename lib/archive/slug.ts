import anyAscii from "any-ascii";

/** Longest slug we make; keeps addresses quotable in a footnote. */
export const slugLength = 90;

/** The words of a text in any script as lower-case ASCII letters and figures, without accents and punctuation. */
const plainWords = (text: string): string[] =>
  anyAscii(text)
    .toLowerCase()
    .replaceAll(/['’`]/g, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** What is left of a name when case, accents and punctuation do not count: two spellings of one name have one key. */
export const nameKey = (name: string): string => plainWords(name).join(" ");

/**
 * Turns a title or name in any script into a lower-case ASCII slug ("Алексеев, А. И." → "alekseev-a-i"), cut at a word
 * boundary to at most `slugLength` characters. Returns "untitled" when nothing of the text survives.
 */
export function slugOf(text: string): string {
  const words = plainWords(text);
  let slug = "";
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > slugLength) break;
    slug = longer;
  }
  return slug || words[0]?.slice(0, slugLength) || "untitled";
}

/**
 * The end of the address that would be a name's own, for names that lead to another entry: "Хрущёв, Никита" → "khrushchev-nikita".
 * Null when nothing of the name survives.
 */
export const slugOfName = (name: string): string | null =>
  /[a-z0-9]/i.test(anyAscii(name)) ? slugOf(name) : null;
