import "server-only";
import { createHash } from "node:crypto";
import { recordFileHref, recordHref } from "@/lib/archive/hrefs";
import { answerWithBytes } from "@/lib/cache/render-scope";
import { publicOrigin } from "@/lib/env";
import { recordFormats } from "./formats";
import { findRecordForReaders } from "./loaders";
import { isKnown } from "./conditional";

/**
 * Answers a request for a record as a file: 200 or 304, 308 from an address of former days, 410 for a withdrawn record, 404 for
 * drafts, unknown records and unknown formats.
 */
export async function recordInFormat(
  slugOrId: string,
  extension: string,
  headers: Headers,
): Promise<Response> {
  const format = recordFormats.find((candidate) => candidate.extension === extension);
  const found = format ? await findRecordForReaders(slugOrId) : null;
  if (!format || !found || found.status === "absent") return inWords(404, "There is no such document.");
  if (found.status === "withdrawn")
    return inWords(410, `This document was withdrawn. ${found.reason}`.trim());
  if (found.status === "moved") {
    return new Response(null, {
      status: 308,
      headers: { location: recordFileHref(found.slug, extension), "cache-control": "public, no-cache" },
    });
  }
  const { record } = found;
  const body = await format.render(record, new URL(recordHref(record.slug), publicOrigin()).href);
  if (body === null)
    return inWords(503, "Too many documents are being printed. Please try again in a minute.", {
      "retry-after": "60",
    });
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const etag = `"${createHash("sha256").update(bytes).digest("base64url")}"`;
  const described = {
    etag,
    "last-modified": record.updatedAt.toUTCString(),
    // A record may be withdrawn at any time, so every use is checked again.
    "cache-control": "public, no-cache",
    "x-content-type-options": "nosniff",
    // Reference managers and other people's pages may read it as well.
    "access-control-allow-origin": "*",
    link: `<${recordHref(record.slug)}>; rel="canonical"`,
  };
  if (isKnown({ etag, changed: record.updatedAt }, headers))
    return new Response(null, { status: 304, headers: described });
  answerWithBytes(bytes.byteLength);
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...described,
      "content-type": format.mediaType,
      "content-disposition": `${format.disposition}; filename="${record.slug}.${extension}"`,
      "content-security-policy": "sandbox; default-src 'none'",
    },
  });
}

const inWords = (status: number, message: string, headers: Readonly<Record<string, string>> = {}) =>
  new Response(`${message}\n`, {
    status,
    headers: { ...headers, "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
