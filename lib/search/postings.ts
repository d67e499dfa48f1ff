import { readLexemes, readPostings, type PostingSegment } from "@/db/queries/search-postings";
import { ByteLru } from "@/lib/cache/byte-lru";

/** Bytes of postings that a process keeps; the words that most searches ask for are few. */
const keptBytes = 48 * 2 ** 20;
const keptWords = 2 * 2 ** 20;

type KeptPostings = {
  readonly generation: number | null;
  readonly segments: readonly PostingSegment[];
  readonly bytes: number;
};

declare global {
  var archivePostings:
    | { postings: ByteLru<KeptPostings>; lexemes: ByteLru<{ lexemes: string[]; bytes: number }> }
    | undefined;
}
const kept = (globalThis.archivePostings ??= {
  postings: new ByteLru(keptBytes),
  lexemes: new ByteLru(keptWords),
});

/**
 * The postings of words, of the generation that the caller's catalogue knows; null where the archive has gone on and the caller must
 * follow it first. Words that stand nowhere have none.
 */
export async function postingsOf(
  terms: readonly string[],
  generation: number | null,
): Promise<Map<string, readonly PostingSegment[]> | null> {
  const found = new Map<string, readonly PostingSegment[]>();
  const missing: string[] = [];
  for (const term of terms) {
    const own = kept.postings.get(term);
    if (own && own.generation === generation) found.set(term, own.segments);
    else missing.push(term);
  }
  if (missing.length === 0) return found;
  const read = await readPostings(missing);
  if (read.generation !== generation) return null;
  for (const term of missing) {
    const segments = read.postings.get(term) ?? [];
    const bytes = segments.reduce((sum, { postings }) => sum + postings.length, 200);
    kept.postings.set(term, { generation, segments, bytes });
    found.set(term, segments);
  }
  return found;
}

/** What words become when they are taken in ("missiles" is "missil"); common words become nothing. */
export async function lexemesOf(words: readonly string[]): Promise<Map<string, readonly string[]>> {
  const missing = [...new Set(words)].filter((word) => !kept.lexemes.get(word));
  if (missing.length > 0) {
    const read = await readLexemes(missing);
    for (const [index, word] of missing.entries()) {
      const lexemes = read[index] ?? [];
      kept.lexemes.set(word, { lexemes, bytes: 100 + 4 * word.length });
    }
    // Words so many that they drove each other out of memory are answered all the same.
    return new Map(
      words.map((word) => [word, kept.lexemes.get(word)?.lexemes ?? read[missing.indexOf(word)] ?? []]),
    );
  }
  return new Map(words.map((word) => [word, kept.lexemes.get(word)?.lexemes ?? []]));
}
