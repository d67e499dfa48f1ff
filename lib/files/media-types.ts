import { fileTypeFromFile } from "file-type";

/** The kinds of file that the archive takes in, by media type (IANA), with their everyday names. */
const accepted = new Map([
  ["application/pdf", "PDF"],
  ["image/jpeg", "JPEG"],
  ["image/png", "PNG"],
  ["image/tiff", "TIFF"],
  ["image/webp", "WebP"],
]);

/** The everyday name of a media type: "TIFF". */
export const typeName = (mediaType: string): string => accepted.get(mediaType) ?? mediaType;

/** What the accepted kinds of file are called, and which of them is in hand, or why it is refused. */
export type FoundType = { ok: true; mediaType: string } | { ok: false; reason: string };

/**
 * Tells the kind of the file at a path by its contents, never by its name; `start` is its beginning, a few hundred bytes of it or
 * more. What is not accepted comes back with a reason in words for the person who sent it.
 */
export async function typeOf(path: string, start: Uint8Array): Promise<FoundType> {
  if (start.length === 0) return { ok: false, reason: "The file is empty." };
  const found = await fileTypeFromFile(path);
  if (found && accepted.has(found.mime)) return { ok: true, mediaType: found.mime };
  const kind = textKindOf(start) ?? found?.mime ?? null;
  const are = kind === null ? "Its contents are of no kind that we know" : `Its contents are ${kind}`;
  return { ok: false, reason: `${are}; only PDF, JPEG, PNG, TIFF and WebP are taken in.` };
}

/** Kinds of text that have no signature and like to travel under the name of a picture. */
function textKindOf(start: Uint8Array): string | null {
  const text = new TextDecoder("utf-8").decode(start).trimStart().toLowerCase();
  if (/<svg[\s>]/.test(text)) return "an SVG drawing";
  if (/^<(?:!doctype html|html|head|body|script)/.test(text)) return "a web page (HTML)";
  return text.startsWith("<?xml") ? "XML" : null;
}
