import { z } from "zod";
import { spanOf } from "@/lib/archive/edtf";

/** A text with line ends as one character and without control characters, which PostgreSQL refuses or nobody can see. */
export const readable = (text: string): string =>
  text.replaceAll(/\r\n?/g, "\n").replaceAll(/[^\P{Cc}\n\t]/gu, "");

/** A readable text without white space around it. */
export const tidy = z.string().transform((text) => readable(text).trim());

/** A text, or null when nothing was typed. */
export const optional = tidy.transform((text) => text || null);

/** A text that must be there; `error` says what to write. */
export const required = (error: string) => tidy.refine((text) => text !== "", { error });

/** EDTF or nothing (ISO 8601-2). */
export const optionalDate = optional.refine((text) => text === null || spanOf(text) !== null, {
  error: "This is not a date in EDTF. Examples: 1962-10-27, 1962-10, 1962~, 1962-10-16/1962-10-28.",
});

/** The address of a web page or nothing. */
export const optionalWebAddress = optional.refine(
  (text) => text === null || (/^https?:\/\//i.test(text) && URL.canParse(text)),
  { error: "Write a whole web address, beginning with https://." },
);

/** The end of a page's address, or nothing to have one made. */
export const optionalSlug = optional.refine(
  (text) => text === null || /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text),
  {
    error: "Use small letters a–z, digits and single hyphens only.",
  },
);
