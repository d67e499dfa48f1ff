import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { DamagedFile, fileLines, type FileLine } from "@/lib/import/lines";

let folder = "";
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-lines-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lines of a file with this content, and the damage they end with. */
async function linesOf(content: Buffer | string, limit?: number) {
  const path = join(folder, `${Math.random()}.jsonl`);
  writeFileSync(path, content);
  const lines: FileLine[] = [];
  try {
    for await (const line of fileLines(path, limit)) lines.push(line);
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    return { lines, damage: error.message };
  }
  return { lines, damage: null };
}

const contents: [what: string, content: Buffer | string, lines: FileLine[]][] = [
  ["nothing", "", []],
  ["blank lines are left out and counted", "\n\na\n \n", [{ number: 3, text: "a" }]],
  [
    "a last line without its end",
    "a\nb",
    [
      { number: 1, text: "a" },
      { number: 2, text: "b" },
    ],
  ],
  [
    "carriage returns and a byte order mark",
    "\u{FEFF}a\r\nb\r\n",
    [
      { number: 1, text: "a" },
      { number: 2, text: "b" },
    ],
  ],
  [
    "bytes that are not UTF-8",
    Buffer.from([0x61, 0xff, 0x0a, 0x62, 0x0a]),
    [
      { number: 1, problem: "The line is not UTF-8." },
      { number: 2, text: "b" },
    ],
  ],
  ["a letter of several bytes", "Алексеев\n", [{ number: 1, text: "Алексеев" }]],
];

for (const [what, content, lines] of contents) {
  test(`${what}, plain and compressed`, async () => {
    expect(await linesOf(content)).toEqual({ lines, damage: null });
    expect(await linesOf(gzipSync(content))).toEqual({ lines, damage: null });
  });
}

test("a line that is too long is refused, and the next one read", async () => {
  const { lines } = await linesOf(`${"x".repeat(100_000)}\nb\n`, 1_000);
  expect(lines).toEqual([
    { number: 1, problem: "The line is longer than 1,000 bytes." },
    { number: 2, text: "b" },
  ]);
});

test("a compressed bomb needs little memory", async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 2 ** 20, "x"));
  const before = process.memoryUsage().rss;
  const { lines } = await linesOf(bomb, 2 ** 20);
  expect(lines).toHaveLength(1);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20);
});

test("what stands before the end of a cut-off file is read", async () => {
  // Numbers that compress badly, so that the cut falls in the middle of the lines.
  const all = Array.from({ length: 20_000 }, (_, index) => String(Math.sin(index)));
  const whole = gzipSync(`${all.join("\n")}\n`);
  const { lines, damage } = await linesOf(whole.subarray(0, whole.length / 2));
  expect(damage).toMatch(/damaged or cut off/);
  expect(lines.length).toBeGreaterThan(8_000);
  expect(lines.map((line) => ("text" in line ? line.text : ""))).toEqual(all.slice(0, lines.length));
});

test("damage in the middle is said", async () => {
  const whole = gzipSync(Array.from({ length: 20_000 }, (_, index) => String(Math.sin(index))).join("\n"));
  whole.fill(0xff, whole.length / 2, whole.length / 2 + 100);
  const { damage } = await linesOf(whole);
  expect(damage).toMatch(/damaged or cut off/);
});

test("a file named .gz that is not compressed is told so", async () => {
  const path = join(folder, "plain.jsonl.gz");
  writeFileSync(path, "{}\n");
  await expect(fileLines(path).next()).rejects.toThrow(/not compressed with gzip/);
});

test("a file that is not there throws what the system says", async () => {
  await expect(fileLines(join(folder, "absent.jsonl")).next()).rejects.toThrow(/ENOENT/);
});
