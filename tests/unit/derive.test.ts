import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { crc32 } from "node:zlib";
import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { derive } from "@/lib/files/derive";
import { derivativeFolder, derivativePath, unfinishedFolder } from "@/lib/files/derivatives";
import { receiveFile, storeFile } from "@/lib/files/store";

// Each case opens a file in a process of its own, which takes seconds on a busy machine.
test.describe.configure({ timeout: 60_000 });

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "archive-derive-"));
  process.env["ARCHIVE_FILES"] = path.join(folder, "files");
  process.env["DATABASE_URL"] ??= "postgres://nobody@127.0.0.1:1/nothing";
  process.env["NEXTAUTH_SECRET"] ??= "a secret that only these tests know";
});

test.afterAll(async () => rm(folder, { recursive: true, force: true }));

async function deriveBytes(bytes: Uint8Array, mediaType: string) {
  const { sha256 } = await storeFile(bytes);
  const pages: number[] = [];
  const derivation = await derive(
    { sha256, mediaType },
    { signal: new AbortController().signal, onPage: (done) => pages.push(done) },
  );
  return { sha256, derivation, pages };
}

const seed = (name: string) => readFile(path.join(import.meta.dirname, "../../seeds/files", name));

/** A PNG that claims to be of this size and holds no pixels. */
function emptyPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", Buffer.alloc(0)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

test("a turned photograph stands upright, in tiles and pictures without its metadata", async () => {
  const jpeg = await sharp(await seed("description.png"))
    .withExif({ IFD0: { Artist: "Somebody" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { sha256, derivation, pages } = await deriveBytes(jpeg, "image/jpeg");
  expect(derivation).toEqual({ ok: true, found: { pageCount: 1, width: 1754, height: 1240 } });
  expect(pages).toEqual([0, 1]);
  const picture = await sharp(derivativePath(sha256, "1", "1200.webp") ?? "").metadata();
  expect([picture.width, picture.height, picture.exif]).toEqual([1200, 848, undefined]);
  const tiles = JSON.parse(await readFile(derivativePath(sha256, "1", "info.json") ?? "", "utf8"));
  expect(tiles).toMatchObject({ width: 1754, height: 1240, profile: "level0" });
  const tile = await sharp(derivativePath(sha256, "1", "0,0,512,512/512,512/0/default.jpg") ?? "").metadata();
  expect([tile.width, tile.exif]).toEqual([512, undefined]);
});

test("every page of a TIFF and of a PDF is drawn", async () => {
  const page = await sharp(await seed("names.tif"))
    .resize({ width: 300, height: 400, fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const three = Buffer.concat([page.data, page.data, page.data]);
  const tiff = await sharp(three, { raw: { ...page.info, height: 1200, pageHeight: 400 } })
    .tiff()
    .toBuffer();
  const image = await deriveBytes(tiff, "image/tiff");
  expect(image.derivation).toEqual({ ok: true, found: { pageCount: 3, width: 300, height: 400 } });
  expect((await readdir(derivativeFolder(image.sha256))).toSorted()).toEqual(["1", "2", "3"]);
  await expect(stat(derivativePath(image.sha256, "3", "full/max/0/default.jpg") ?? "")).resolves.toBeTruthy();

  const pdf = await deriveBytes(await seed("notice.pdf"), "application/pdf");
  expect(pdf.derivation).toEqual({ ok: true, found: { pageCount: 3, width: null, height: null } });
  const third = await sharp(derivativePath(pdf.sha256, "3", "320.webp") ?? "").stats();
  expect(third.channels[0]?.min).toBeLessThan(128);
});

test("damaged files end with a reason and leave nothing behind", async () => {
  const png = await seed("description.png");
  const jpeg = await sharp(png).jpeg().toBuffer();
  const cases: [string, Uint8Array, string, RegExp][] = [
    ["a JPEG cut off", jpeg.subarray(0, jpeg.length / 3), "image/jpeg", /damaged/],
    ["a PNG cut off", png.subarray(0, png.length / 2), "image/png", /damaged/],
    ["a PNG bomb", emptyPng(60_000, 60_000), "image/png", /more than 500 million pixels/],
    ["no PDF", Buffer.from("%PDF-1.7\nnothing follows"), "application/pdf", /damaged/],
    ["an encrypted PDF", encryptedPdf, "application/pdf", /password/],
  ];
  for (const [name, bytes, mediaType, reason] of cases) {
    const { sha256, derivation } = await deriveBytes(bytes, mediaType);
    expect(derivation, name).toEqual({ ok: false, reason: expect.stringMatching(reason) });
    for (const left of [derivativeFolder(sha256), unfinishedFolder(sha256)])
      await expect(stat(left), name).rejects.toThrow();
  }
});

test("work that is stopped rejects and is begun again from nothing", async () => {
  const { sha256 } = await storeFile(await seed("names.tif"));
  const stopping = new AbortController();
  const work = derive(
    { sha256, mediaType: "image/tiff" },
    { signal: stopping.signal, onPage: () => undefined },
  );
  stopping.abort(new Error("stopping"));
  await expect(work).rejects.toThrow("stopping");
  await expect(stat(unfinishedFolder(sha256))).rejects.toThrow();
});

test("what a file is, its contents say and not its name", async () => {
  const received = async (bytes: Uint8Array) => {
    // In pieces of odd sizes, as a network delivers them.
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += 1_013) yield bytes.subarray(at, at + 1_013);
    }
    return receiveFile(pieces());
  };
  const pdf = await seed("notice.pdf");
  expect(await received(pdf)).toEqual({
    ok: true,
    mediaType: "application/pdf",
    byteSize: pdf.length,
    sha256: createHash("sha256").update(pdf).digest("hex"),
  });
  const tiff = await sharp(await seed("description.png"))
    .tiff()
    .toBuffer();
  expect(await received(tiff)).toMatchObject({ ok: true, mediaType: "image/tiff" });
  const refused: [string, RegExp][] = [
    ["", /empty/],
    ["<!DOCTYPE html><script>alert(1)</script>", /a web page \(HTML\)/],
    ["<svg xmlns='http://www.w3.org/2000/svg'/>", /SVG/],
    ["<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", /SVG|xml/i],
    ["GIF89a\u0001\u0000\u0001\u0000", /image\/gif/],
    ["Plain words", /no kind that we know/],
  ];
  for (const [text, reason] of refused)
    expect(await received(Buffer.from(text)), text).toEqual({
      ok: false,
      reason: expect.stringMatching(reason),
    });
  const kept = await readdir(path.join(folder, "files"));
  expect(kept.filter((name) => name.endsWith(".part"))).toEqual([]);
});

/** The smallest file with an encryption dictionary whose password nobody gives (ISO 32000-1, 7.6.3). */
const encryptedPdf = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${"41".repeat(32)}>/U<${"42".repeat(32)}>>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<${"43".repeat(16)}><${"43".repeat(16)}>]>>
%%EOF
`);
