import type { AgentKind } from "@/lib/archive/vocabulary";

/** A name of the authority file as bibliographies need it: a person's in parts, anything else as one string. */
export type CitedName =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string };

/**
 * Takes a heading apart: "Castro, Fidel" is a family name and what is given, "King, Martin Luther, Jr." has a suffix as well. Persons
 * known by one name ("Selim II"), and organisations and families, whose commas part something else, stay whole.
 */
export function citedName(heading: string, kind: AgentKind): CitedName {
  const [family = "", given, ...rest] = heading.split(/,\s+/).map((part) => part.trim());
  if (kind !== "person" || !family || !given) return { literal: heading };
  return rest.length > 0 ? { family, given, suffix: rest.join(", ") } : { family, given };
}

/** A name in the order in which it is spoken: "Fidel Castro". */
export const spokenName = (name: CitedName): string =>
  "literal" in name
    ? name.literal
    : [`${name.given} ${name.family}`, name.suffix].filter((part) => part !== undefined).join(", ");

/** A name in the order of an index: "Castro, Fidel". */
export const indexedName = (name: CitedName): string =>
  "literal" in name
    ? name.literal
    : [name.family, name.given, name.suffix].filter((part) => part !== undefined).join(", ");

/** Names in a row as English writes them: "A", "A and B", "A, B, and C". */
export const namesInWords = (names: readonly CitedName[]): string =>
  new Intl.ListFormat("en-US", { type: "conjunction" }).format(names.map(spokenName));
