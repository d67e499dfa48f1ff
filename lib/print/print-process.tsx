import { renderToBuffer } from "@react-pdf/renderer";
import { z } from "zod";
import { loadFonts } from "./fonts";
import type { PrintedRecord } from "./printed-record";
import { RecordDocument } from "./record-document";

// Sets one record: its description comes in on standard input as JSON, the PDF goes out on standard output.

async function readInput(): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

const record = z
  .custom<PrintedRecord>((value) => typeof value === "object" && value !== null)
  .parse(await readInput());
await loadFonts();
process.stdout.write(await renderToBuffer(<RecordDocument record={record} />));
