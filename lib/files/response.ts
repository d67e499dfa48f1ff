import { open, stat, type FileHandle } from "node:fs/promises";
import { findPublicDigitalObject, type PublicDigitalObject } from "@/db/queries/digital-objects";
import { byteRangeOf, type ByteRange } from "./byte-range";
import { filePath } from "./store";

/** Types that a browser may show in its window; everything else is downloaded. */
const shownTypes = new Set(["image/png", "image/jpeg", "application/pdf"]);

/**
 * Answers a request for the bytes of a digital object: 200, 206 for a part (RFC 9110 §14), 304 when the reader has them, 416 for
 * a part beyond the end, 404 unless the object's record is published. Throws when the bytes are missing from the store.
 */
export async function fileResponse(id: string, headers: Headers): Promise<Response> {
  const object = /^[1-9]\d{0,8}$/.test(id) ? await findPublicDigitalObject(Number(id)) : null;
  if (!object) return new Response("There is no such file.", { status: 404, headers: plainText });

  const etag = `"${object.sha256}"`;
  const described = headersOf(object, etag);
  if (isKnown(headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers: described });

  const condition = headers.get("if-range");
  const range =
    condition === null || condition === etag ? byteRangeOf(headers.get("range"), object.byteSize) : null;
  if (range === "unsatisfiable") {
    return new Response(null, {
      status: 416,
      headers: { ...described, "content-range": `bytes */${object.byteSize}` },
    });
  }
  const part = range ?? { first: 0, last: object.byteSize - 1 };
  return new Response(await bytesOf(object, part), {
    status: range ? 206 : 200,
    headers: {
      ...described,
      ...(range ? { "content-range": `bytes ${range.first}-${range.last}/${object.byteSize}` } : {}),
      "content-length": String(part.last - part.first + 1),
    },
  });
}

const plainText = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };

function headersOf({ mediaType, fileName }: PublicDigitalObject, etag: string) {
  const disposition = shownTypes.has(mediaType) ? "inline" : "attachment";
  return {
    "content-type": mediaType,
    "content-disposition": `${disposition}; ${fileNameParameters(fileName)}`,
    "accept-ranges": "bytes",
    etag,
    // A withdrawn record takes its files with it, so every use is checked again.
    "cache-control": "public, no-cache",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
  };
}

/** The name for old clients in ASCII and for others in full (RFC 6266, RFC 8187). */
function fileNameParameters(fileName: string): string {
  const ascii = fileName.replaceAll(/[^\w. -]/g, "_");
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

const isKnown = (header: string | null, etag: string) =>
  header
    ?.split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .some((tag) => tag === etag || tag === "*") ?? false;

/** Bytes read from disk at a time. */
const chunkSize = 65_536;

/**
 * Streams a part of a file, reading as fast as the reader takes it. The file is looked at before the answer begins, so that
 * missing bytes fail as an error and not as a broken answer, and opened only when somebody reads.
 */
async function bytesOf({ sha256, byteSize }: PublicDigitalObject, { first, last }: ByteRange) {
  const path = filePath(sha256);
  const { size } = await stat(path);
  if (size !== byteSize) throw new Error(`${path} has ${size} bytes and should have ${byteSize}.`);
  let position = first;
  let file: FileHandle | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        file ??= await open(path);
        const { buffer, bytesRead } = await file.read(
          new Uint8Array(Math.min(chunkSize, last - position + 1)),
          { position },
        );
        if (bytesRead > 0) stream.enqueue(buffer.subarray(0, bytesRead));
        position += bytesRead;
        if (position <= last && bytesRead > 0) return;
        await file.close();
        stream.close();
      },
      async cancel() {
        await file?.close();
      },
    },
    { highWaterMark: 0 },
  );
}
