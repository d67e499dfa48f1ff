import { open, readFile, stat, type FileHandle } from "node:fs/promises";
import { requestDerivation } from "@/db/commands/derivatives";
import { findDigitalObject, type SentFile } from "@/db/queries/digital-objects";
import { derivativeHref, derivativeVersion } from "@/lib/archive/hrefs";
import { answerWithBytes } from "@/lib/cache/render-scope";
import { publicOrigin } from "@/lib/env";
import { byteRangeOf, type ByteRange } from "./byte-range";
import { derivativePath, hasDerivatives, tilesFile } from "./derivatives";
import { filePath } from "./store";

/** Types that a browser may show in its window; everything else is downloaded. */
const shownTypes = new Set(["image/png", "image/jpeg", "image/webp", "application/pdf"]);

/** How a file is asked for, and by whom; drafts are asked about only when the file is one's. */
export type FileRequest = {
  readonly headers: Headers;
  readonly isDownload: boolean;
  readonly mayReadDrafts: () => Promise<boolean>;
};

/**
 * Answers a request for the bytes of a digital object: 200, 206 for a part (RFC 9110 §14), 304 when the reader has them, 416 for
 * a part beyond the end, 404 unless the object's record is published or the reader may see drafts. Throws when the bytes are
 * missing from the store.
 */
export async function fileResponse(
  id: string,
  { headers, isDownload, mayReadDrafts }: FileRequest,
): Promise<Response> {
  const found = await findReadable(id, mayReadDrafts);
  if (!found) return notFound();
  const { file, isPublic } = found;
  const etag = `"${file.sha256}"`;
  const isShown = shownTypes.has(file.mediaType) && !isDownload;
  const described = {
    ...guarded,
    "content-type": file.mediaType,
    "content-disposition": `${isShown ? "inline" : "attachment"}; ${fileNameParameters(file.fileName)}`,
    "accept-ranges": "bytes",
    etag,
    // A withdrawn record takes its files with it, so every use is checked again.
    "cache-control": isPublic ? "public, no-cache" : "private, no-store",
  };
  if (isKnown(headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers: described });

  const condition = headers.get("if-range");
  const range =
    condition === null || condition === etag ? byteRangeOf(headers.get("range"), file.byteSize) : null;
  if (range === "unsatisfiable") {
    return new Response(null, {
      status: 416,
      headers: { ...described, "content-range": `bytes */${file.byteSize}` },
    });
  }
  const part = range ?? { first: 0, last: file.byteSize - 1 };
  answerWithBytes(part.last - part.first + 1);
  return new Response(await bytesOf(file, part), {
    status: range ? 206 : 200,
    headers: {
      ...described,
      ...(range ? { "content-range": `bytes ${range.first}-${range.last}/${file.byteSize}` } : {}),
    },
  });
}

/**
 * Answers a request for a picture or tile of a page (`path` is the page, then its name). The address names the contents, so a
 * browser may keep the answer for ever; caches between may not, for a record can be withdrawn. 404 as for the file itself, and for
 * what is not made (yet); where all of a file's pictures are gone, they are asked for again.
 */
export async function derivativeResponse(
  id: string,
  version: string,
  path: readonly string[],
  { headers, mayReadDrafts }: Omit<FileRequest, "isDownload">,
): Promise<Response> {
  const found = await findReadable(id, mayReadDrafts);
  if (!found || version !== derivativeVersion(found.file.sha256)) return notFound();
  const { file, isPublic } = found;
  const [page = "", ...name] = path;
  const place = derivativePath(file.sha256, page, name.join("/"));
  if (place === null) return notFound();
  const etag = `"${version}"`;
  const described = {
    ...guarded,
    "content-type": derivativeTypes[place.slice(place.lastIndexOf("."))] ?? "application/octet-stream",
    etag,
    "cache-control": isPublic ? "private, max-age=31536000, immutable" : "private, no-store",
  };
  if (isKnown(headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers: described });
  const bytes = await readFile(place).catch(() => null);
  if (bytes === null) {
    if (file.isDerived && !(await hasDerivatives(file.sha256))) await requestDerivation(file.sha256);
    return notFound();
  }
  const body = name.join("/") === tilesFile ? tilesAt({ ...file, id: Number(id) }, page, bytes) : bytes;
  answerWithBytes(body.length);
  return new Response(new Uint8Array(body), { headers: described });
}

const derivativeTypes: Readonly<Record<string, string>> = {
  ".webp": "image/webp",
  ".jpg": "image/jpeg",
  ".json": `application/ld+json;profile="http://iiif.io/api/image/3/context.json"`,
};

const guarded = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "sandbox; default-src 'none'",
};

const notFound = () =>
  new Response("There is no such file.", {
    status: 404,
    headers: { ...guarded, "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

async function findReadable(id: string, mayReadDrafts: () => Promise<boolean>) {
  const found = /^[1-9]\d{0,8}$/.test(id) ? await findDigitalObject(Number(id)) : null;
  if (!found) return null;
  const isPublic = found.status === "published";
  return isPublic || (await mayReadDrafts()) ? { file: found.file, isPublic } : null;
}

/** The description of a page's tiles, which names its own address: the same tiles are used at the address of every twin of a file. */
function tilesAt(file: { id: number; sha256: string }, page: string, bytes: Buffer): Buffer {
  const description: unknown = JSON.parse(bytes.toString("utf8"));
  const address = derivativeHref(file, Number(page), tilesFile).slice(0, -tilesFile.length - 1);
  const id = new URL(address, publicOrigin()).href;
  return Buffer.from(JSON.stringify({ ...Object(description), id }));
}

/** The name for old clients in ASCII and for others in full (RFC 6266, RFC 8187). */
function fileNameParameters(fileName: string): string {
  const ascii = fileName.replaceAll(/[^\w. -]/g, "_");
  const encoded = encodeURIComponent(fileName.toWellFormed()).replaceAll(
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
async function bytesOf({ sha256, byteSize }: SentFile, { first, last }: ByteRange) {
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
