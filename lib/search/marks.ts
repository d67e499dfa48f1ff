import type { Alternative, ResolvedQuery } from "./resolved-query";

/** What is marked of one record; a name may have many forms. */
const mostMarks = 24;

type Wanted = Extract<ResolvedQuery, { kind: "term" | "set" }>;

/** Words and phrases in quotation marks, as `resolve-query` writes them. */
const quotation = /^“(?<inside>.*)”$/u;

/**
 * What to mark in a record that is opened from the results: words, "phrases" and beginnings*, in the language of queries. `holds` says
 * whether the record has an alternative of a part; other names and spellings that it does not have are left out.
 */
export function marksOf(
  parts: readonly Wanted[],
  holds: (part: number, alternative: number) => boolean,
): string {
  const marks = parts.flatMap((part, index) =>
    part.kind === "set"
      ? marksOfSet(part)
      : part.alternatives.flatMap((alternative, at) =>
          alternative.origin === "typed" || holds(index, at) ? marksOfForm(alternative, part.typed) : [],
        ),
  );
  return [...new Set(marks)].slice(0, mostMarks).join(" ");
}

/** Names that a field asked for are marked wherever they stand; dates and other values are no words. */
function marksOfSet({ typed, lexemes }: Extract<Wanted, { kind: "set" }>): string[] {
  const inside = quotation.exec(typed)?.groups?.["inside"];
  return inside === undefined ? lexemes.map((lexeme) => `${lexeme}*`) : [quoted(inside)];
}

function marksOfForm({ text, origin }: Alternative, typed: string): string[] {
  switch (origin) {
    case "typed":
      return [text];
    case "beginning":
      return [typed];
    case "spelling":
      return [`${text}*`];
    case "name":
      // "Family name, given name" does not stand so in texts; initials would mark every letter that is alone.
      return text.includes(",")
        ? (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1)
        : [quoted(text)];
  }
}

const quoted = (text: string) => `"${text.replaceAll('"', " ")}"`;
