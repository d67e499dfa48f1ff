import type { FieldValue } from "@/lib/archive/field-change";
import { wordFor } from "@/lib/records/fields";

const headings = ["name", "title", "raw", "html", "relatedId", "id"] as const;

/** Words of HTML for reading a change; the text itself stands on the record's page. */
const wordsOfHtml = (html: string) =>
  html
    .replaceAll(/<\/(?:p|h\d|li|tr|pre)>|<br[^>]*>/g, " ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();

/** A field's value as lines that a person can read; an empty value has none. */
export function valueInWords(value: FieldValue): string[] {
  if (value === null || value === "") return [];
  if (typeof value === "boolean") return [value ? "yes" : "no"];
  if (typeof value === "string" || typeof value === "number") return String(value).split("\n");
  if (Array.isArray(value)) return value.flatMap(valueInWords);
  return [entryInWords(value as { readonly [name: string]: FieldValue })];
}

/** Parts of an entry that hold controlled words. */
const controlled = new Set(["role", "kind", "method", "scheme", "level"]);

/** One entry of a list: what it is, then in brackets in what role and with what besides. */
function entryInWords(entry: { readonly [name: string]: FieldValue }): string {
  const heading = headings.find((name) => entry[name] !== null && entry[name] !== undefined);
  const shown = heading === undefined ? "" : valueInWords(entry[heading] ?? null).join(" ");
  const rest = Object.entries(entry)
    .filter(([name, value]) => name !== heading && name !== "id" && value !== null && value !== "")
    .map(([name, value]) => {
      const words = valueInWords(value).join(", ");
      return controlled.has(name) ? wordFor(words) : words;
    });
  const main = heading === "html" ? wordsOfHtml(shown) : heading === "relatedId" ? `record ${shown}` : shown;
  return rest.length > 0 ? `${main} (${rest.join(", ")})` : main;
}
