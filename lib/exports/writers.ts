import type { ExportedRecord } from "@/db/queries/exported-records";
import { citedRecords } from "@/lib/citations/cited-records";
import { asRis } from "@/lib/citations/ris";
import type { AnswerHead } from "./answer-head";
import { csvHead, csvLine } from "./csv";
import { machineRecord, type AddressOf } from "./machine-record";

/** Portions of what was found, as they are read. */
type Portions = AsyncIterable<readonly ExportedRecord[]>;

/** Writes a file of a search piece by piece, so that no answer is ever in memory as a whole. */
export type Writer = (head: AnswerHead, portions: Portions, addressOf: AddressOf) => AsyncGenerator<string>;

export const writeCsv: Writer = async function* (_head, portions, addressOf) {
  yield csvHead();
  for await (const records of portions) yield records.map((record) => csvLine(record, addressOf)).join("");
};

/**
 * One object: the head, the records, and at the end how many records there are (`listed`), which is less than `total` where some were
 * withdrawn while the file was being sent. A file without its end is not valid and tells by that that it is not whole.
 */
export const writeJson: Writer = async function* (head, portions, addressOf) {
  yield `${JSON.stringify(head).slice(0, -1)},"records":[`;
  let listed = 0;
  for await (const records of portions) {
    const written = records.map((record) => JSON.stringify(machineRecord(record, addressOf)));
    if (written.length > 0) yield `${listed > 0 ? "," : ""}\n${written.join(",\n")}`;
    listed += written.length;
  }
  yield `\n],"listed":${listed}}\n`;
};

export const writeRis: Writer = async function* (_head, portions) {
  for await (const records of portions) yield (await citedRecords(records)).map(asRis).join("\r\n") + "\r\n";
};
