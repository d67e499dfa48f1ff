import type { Identifier } from "@/lib/archive/identifiers";

/** "frus-persons:frus1961-63v06#p_KNS_1" taken apart at its first colon. */
export function identifierOf(text: string): Identifier {
  const end = text.indexOf(":");
  return { scheme: text.slice(0, Math.max(end, 0)), value: text.slice(end + 1) };
}
