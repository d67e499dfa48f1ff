import { z } from "zod";

/** Pixels of one page; a file that claims more is refused before they are unpacked. */
export const mostPixels = 500_000_000;
export const mostPages = 5_000;

/** What the deriving process is asked: make pictures of the file at `source` into `folder`. */
export const deriveOrder = z.object({ source: z.string(), mediaType: z.string(), folder: z.string() });
export type DeriveOrder = z.infer<typeof deriveOrder>;

/** What it tells: each page done, and how it ended. */
export const deriveNews = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("page"), done: z.number(), pages: z.number() }),
  z.object({
    kind: z.literal("done"),
    pageCount: z.number(),
    width: z.number().nullable(),
    height: z.number().nullable(),
  }),
  z.object({ kind: z.literal("failed"), reason: z.string() }),
]);
export type DeriveNews = z.infer<typeof deriveNews>;

/** What was found in a file while pictures were made of it; sizes in pixels, of the first page of an image. */
export type Found = { pageCount: number; width: number | null; height: number | null };

/** Why no pictures could be made of a file, in words for a curator. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException") return "The PDF is protected by a password.";
  if (name === "InvalidPDFException") return "The PDF is damaged and cannot be opened.";
  if (/pixel limit/i.test(message)) return `It has more than ${mostPixels / 1_000_000} million pixels.`;
  if (
    /premature end|truncated|libpng read error|unsupported image format|not enough data|out of order read|end of (?:stream|file)/i.test(
      message,
    )
  )
    return "The file is damaged, or ends before the picture does.";
  if (message.startsWith("It has ")) return message;
  const first = message.split("\n", 1)[0] ?? "";
  return `The file could not be read (${first.slice(0, 200)}).`;
}
