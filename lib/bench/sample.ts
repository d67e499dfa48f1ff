import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { fileLines } from "@/lib/import/lines";

/** A file of records to measure with. */
export type Sample = { readonly name: string; readonly path: string };

/** The folder of real collections, where there is one: ARCHIVE_CORPUS, else beside the project. */
export function corpusFolder(): string | null {
  const folders = [process.env["ARCHIVE_CORPUS"], "../shared/corpus", "../../shared/corpus"];
  const found = folders.find((folder) => folder && existsSync(join(folder, "frus.jsonl.gz")));
  return found ? resolve(found) : null;
}

/** The people of the real collections; null where they are absent. */
export function authoritySample(): Sample | null {
  const path = join(corpusFolder() ?? "", "authority-hsg-people.jsonl.gz");
  return existsSync(path) ? { name: "its people", path } : null;
}

/**
 * The samples to measure, small one first: the real collections, or made-up records of our own where they are absent.
 * `most` bounds the records of the large one.
 */
export async function samplesIn(folder: string, most: number, isQuick: boolean): Promise<Sample[]> {
  const corpus = corpusFolder();
  if (corpus === null) {
    const records = Math.min(most, isQuick ? 500 : mostMadeUp);
    return [
      await written(
        join(folder, "made-up.jsonl"),
        `seed and ${records} made-up records`,
        madeUpLines(records),
      ),
    ];
  }
  const small = { name: "seed and frus-cuba", path: join(corpus, "frus-cuba.jsonl.gz") };
  if (isQuick) return [small];
  const large = join(corpus, "frus.jsonl.gz");
  const name = Number.isFinite(most) ? `seed, frus-cuba and ${most} records of frus` : "seed and frus";
  return [
    small,
    Number.isFinite(most)
      ? await written(join(folder, "frus.jsonl"), name, firstLines(large, most))
      : { name, path: large },
  ];
}

/** Records with which search is measured first, unless there are hardly more in all. */
const fewRecords = 10_000;

/**
 * The samples to measure search with: records of both large collections (long texts, and many short descriptions) mixed as if by lot,
 * always the same; about ten thousand of them first, then all, or `most`. The second holds the first.
 */
export async function searchSamples(folder: string, most: number): Promise<Sample[]> {
  const corpus = corpusFolder();
  const paths = ["frus.jsonl.gz", "catalog-cc0.jsonl.gz"].map((name) => join(corpus ?? "", name));
  const isReal = corpus !== null && paths.every((path) => existsSync(path));
  const lots = isReal ? await lotsOf(paths) : [];
  const all = Math.min(most, isReal ? lots.length : mostMadeUp);
  const samples: Sample[] = [];
  for (const size of [Math.min(fewRecords, Math.ceil(all / 3)), all]) {
    const lines = isReal ? linesUpTo(paths, lots[size - 1] ?? Infinity) : madeUpLines(size);
    const name = `${size.toLocaleString("en")} records`;
    samples.push(await written(join(folder, `search-${size}.jsonl`), name, lines));
  }
  return samples;
}

const lotOf = (line: string) => createHash("md5").update(line).digest().readUIntBE(0, 6);

/** The lots of all lines, lowest first. */
async function lotsOf(paths: readonly string[]): Promise<Float64Array> {
  const lots: number[] = [];
  for (const path of paths)
    for await (const line of fileLines(path)) if ("text" in line) lots.push(lotOf(line.text));
  return Float64Array.from(lots).sort();
}

/** The lines with lots up to this one. */
async function* linesUpTo(paths: readonly string[], last: number) {
  for (const path of paths)
    for await (const line of fileLines(path)) if ("text" in line && lotOf(line.text) <= last) yield line.text;
}

/** A file with those records of the large collection that stand in these volumes; returns its path. */
export async function recordsOfVolumes(
  corpus: string,
  folder: string,
  volumes: ReadonlySet<string>,
): Promise<string> {
  const lines = linesOfVolumes(join(corpus, "frus.jsonl.gz"), volumes);
  return (await written(join(folder, "judged-volumes.jsonl"), "judged volumes", lines)).path;
}

async function* linesOfVolumes(path: string, volumes: ReadonlySet<string>) {
  for await (const line of fileLines(path)) {
    if ("text" in line && volumes.has(/^\{"id": ?"([^"/]+)/.exec(line.text)?.[1] ?? "")) yield line.text;
  }
}

async function* firstLines(path: string, most: number) {
  let left = most;
  for await (const line of fileLines(path)) {
    if (left <= 0) return;
    left -= 1;
    if ("text" in line) yield line.text;
  }
}

async function written(
  path: string,
  name: string,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<Sample> {
  const file = createWriteStream(path);
  for await (const line of lines) if (!file.write(`${line}\n`)) await once(file, "drain");
  file.end();
  await once(file, "finish");
  return { name, path };
}

/** Made-up records where nobody says how many. */
const mostMadeUp = 20_000;
const kinds = ["Telegram", "Memorandum", "Report", "Letter"];
const topics = ["arms transfers", "the harvest", "the harbour", "trade", "the quarantine", "inspection"];
const cities = ["Havana", "Moscow", "Washington", "New York", "Geneva", "Prague"];
const words =
  "archive record copy folder date sender receiver ship port island meeting reply question answer paper letter number page signed";

/** Records that name no real document or person, and say so; alike at each run. */
function* madeUpLines(count: number) {
  const pick = <Value>(all: readonly Value[], number: number) => all[number % all.length];
  const vocabulary = words.split(" ");
  for (let number = 1; number <= count; number += 1) {
    const text = Array.from({ length: 400 }, (_, index) =>
      pick(vocabulary, index * 7 + number * (index % 5)),
    );
    yield JSON.stringify({
      id: `made-up/${number}`,
      title: `Made-up ${pick(kinds, number)} ${number} about ${pick(topics, number * 3)}`,
      date_edtf: `${1947 + (number % 20)}-${String(1 + (number % 12)).padStart(2, "0")}`,
      summary: `A record made up for measuring, number ${number}. ${text.slice(0, 20).join(" ")}.`,
      body: `${pick(cities, number)}. ${text.join(" ")}.`,
      people: [`Made-up person ${number % 300}`, `Made-up person ${(number * 7) % 300}`],
      places: [pick(cities, number)],
      subjects: [pick(topics, number * 3)],
      language: "en",
      doc_type: pick(kinds, number),
      collection: `Made-up records ${number % 9}`,
    });
  }
}
