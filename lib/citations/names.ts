import type { AgentKind } from "@/lib/archive/vocabulary";

/**
 * A name of the authority file as bibliographies need it: a person's in parts, anything else as one string, with the words that stand for
 * it in a sentence where they are others.
 */
export type CitedName =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string; readonly spoken?: string };

/**
 * Takes a heading apart: "Castro, Fidel" is a family name and what is given, "King, Martin Luther, Jr." has a suffix as well. Persons
 * known by one name ("Selim II"), and organisations and families, whose commas part something else, stay whole. An organisation below
 * another is spoken of from its own name up: "Soviet Union. Ministry of Foreign Affairs" is "Ministry of Foreign Affairs, Soviet Union".
 */
export function citedName(heading: string, kind: AgentKind): CitedName {
  if (kind === "organisation") return organisation(heading);
  const [family = "", given, ...rest] = heading.split(/,\s+/).map((part) => part.trim());
  if (kind !== "person" || !family || !given) return { literal: heading };
  return rest.length > 0 ? { family, given, suffix: rest.join(", ") } : { family, given };
}

/** Where an organisation ends and one below it begins: a full stop that belongs to neither an abbreviation nor an initial. */
const below = /(?<=\p{Ll}{3}|\p{Lu}{3}|\))(?<!\b(?:Dept|Univ|Inst|Corp|Govt|Assoc|Bros))\.\s+(?=\p{Lu})/u;

function organisation(literal: string): CitedName {
  const parts = literal.split(below);
  return parts.length === 1 ? { literal } : { literal, spoken: parts.toReversed().join(", ") };
}

/** A name in the order in which it is spoken: "Fidel Castro". */
export const spokenName = (name: CitedName): string =>
  "literal" in name
    ? (name.spoken ?? name.literal)
    : [`${name.given} ${name.family}`, name.suffix].filter((part) => part !== undefined).join(", ");

/** A name in the order of an index: "Castro, Fidel". */
export const indexedName = (name: CitedName): string =>
  "literal" in name
    ? name.literal
    : [name.family, name.given, name.suffix].filter((part) => part !== undefined).join(", ");

/** Names in a row as English writes them: "A", "A and B", "A, B, and C". */
export const namesInWords = (names: readonly CitedName[]): string =>
  new Intl.ListFormat("en-US", { type: "conjunction" }).format(names.map(spokenName));
