import { z } from "zod";
import { everything } from "./cache-tags";

/** PostgreSQL refuses payloads of 8,000 bytes and more. */
const payloadBytes = 7_900;
const tagBytes = 256;

const message = z.object({ id: z.string().optional(), tags: z.array(z.string()) });

/**
 * Packs tags into as few notification payloads as the size limit allows; the last one carries `id`, so that whoever reads its own
 * id has read all the others before it. Always at least one payload. Throws `RangeError` for a tag above 256 bytes.
 */
export function packTags(tags: readonly string[], id?: string): string[] {
  const groups: string[][] = [[]];
  let size = 0;
  for (const tag of new Set(tags)) {
    if (Buffer.byteLength(tag) > tagBytes) throw new RangeError(`A cache tag may have 256 bytes: ${tag}`);
    const length = Buffer.byteLength(JSON.stringify(tag)) + 1;
    if (size + length > payloadBytes - 100) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(tag);
    size += length;
  }
  return groups.map((group, index) =>
    JSON.stringify(id !== undefined && index === groups.length - 1 ? { id, tags: group } : { tags: group }),
  );
}

/** Reads one payload. One that cannot be read expires everything: something changed, and nobody knows what. */
export function unpackTags(payload: string): { id?: string | undefined; tags: string[] } {
  try {
    return message.parse(JSON.parse(payload));
  } catch {
    return { tags: [everything] };
  }
}
