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
    const records = isQuick ? Math.min(most, 500) : most;
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
