import { foundHref, recordHref } from "@/lib/archive/hrefs";
import type { Reason, SearchHit } from "./results";

/** Where a hit leads: the paragraph in which its passage stands, with what was found marked; else the record. */
export const hitHref = ({ slug, anchor, marks }: Pick<SearchHit, "slug" | "anchor" | "marks">): string =>
  anchor === null ? recordHref(slug) : foundHref(slug, marks, anchor);

/** Where a word was found, in words: "title, text", "as Хрущёв in names". */
export function reasonInWords({ as, fields }: Omit<Reason, "word">): string {
  const where = fields.map(inLowerCase).join(", ");
  if (as === null) return where;
  return where ? `as ${as} in ${where}` : `as ${as}`;
}

const inLowerCase = (field: string) => field.charAt(0).toLowerCase() + field.slice(1);
