import { expect, test } from "@playwright/test";
import { boundaryOf, formParts, MalformedForm } from "@/lib/files/multipart";

const boundary = "----edge";

const form = (...parts: [head: string, body: string][]) =>
  Buffer.from(
    `${parts.map(([head, body]) => `--${boundary}\r\n${head}\r\n\r\n${body}\r\n`).join("")}--${boundary}--\r\n`,
  );

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, size: number) {
  const parts: [string, string | null, string][] = [];
  for await (const { name, fileName, body } of formParts(inPieces(bytes, size), boundary)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of body) pieces.push(piece);
    parts.push([name, fileName, Buffer.concat(pieces).toString()]);
  }
  return parts;
}

const file = (name: string) =>
  `Content-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: x/y`;

test("a form reads the same however it is cut into pieces", async () => {
  const bytes = form(
    ['Content-Disposition: form-data; name="note"', "words"],
    [file("a.tif"), `first\r\n--${boundary.slice(0, -1)}\r\nnearly a boundary\r\n`],
    [file("empty.pdf"), ""],
    [file(String.raw`C:\scans\Größe %22x%22.png`), "third"],
  );
  const expected = [
    ["note", null, "words"],
    ["files", "a.tif", `first\r\n--${boundary.slice(0, -1)}\r\nnearly a boundary\r\n`],
    ["files", "empty.pdf", ""],
    ["files", 'Größe "x".png', "third"],
  ];
  for (const size of [1, 2, 3, 7, 16, 64, 100_000])
    expect(await read(bytes, size), `${size} bytes`).toEqual(expected);
});

test("a body that nobody reads is passed over", async () => {
  const names: string[] = [];
  const bytes = form([file("a"), "x".repeat(5_000)], [file("b"), "y"]);
  for await (const { fileName } of formParts(inPieces(bytes, 11), boundary)) names.push(fileName ?? "");
  expect(names).toEqual(["a", "b"]);
});

test("a form that breaks off or is none says so", async () => {
  const whole = form([file("a"), "x".repeat(500)]);
  await expect(read(whole.subarray(0, 300), 50)).rejects.toThrow(MalformedForm);
  await expect(read(Buffer.from("no form at all"), 5)).rejects.toThrow(MalformedForm);
  const endless = Buffer.concat([Buffer.from(`--${boundary}\r\n`), Buffer.alloc(40_000, "a")]);
  await expect(read(endless, 1_000)).rejects.toThrow(MalformedForm);
});

test("the boundary is found in its header", () => {
  expect(boundaryOf("multipart/form-data; boundary=abc")).toBe("abc");
  expect(boundaryOf('Multipart/Form-Data; charset=utf-8; boundary="a b"')).toBe("a b");
  for (const other of [null, "text/plain", "multipart/mixed; boundary=abc", "multipart/form-data"])
    expect(boundaryOf(other)).toBeNull();
});
