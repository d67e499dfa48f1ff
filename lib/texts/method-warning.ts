import type { TextKind, TextMethod } from "@/lib/archive/vocabulary";

/** What a reader must know before quoting a text; null where a person made it. */
export function methodWarning({ kind, method }: { kind: TextKind; method: TextMethod }): string | null {
  if (method === "human") return null;
  const original = kind === "translation" ? "the original" : "the scan";
  if (method === "ocr") {
    return `This text was read from the pages by a machine (OCR) and contains errors. Compare it with the scan before you quote it.`;
  }
  const made = kind === "translation" ? "translation" : "transcript";
  return `This ${made} was made by a machine and may contain errors. Compare it with ${original} before you quote it.`;
}
