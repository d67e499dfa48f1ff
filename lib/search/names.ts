import type { NameKind } from "@/db/queries/search-names";
import { completionsIn, type Completion } from "./name-completion";
import { currentNames } from "./name-shelf";
import { latinWords } from "./name-words";
import { otherNamesIn, type OtherNames } from "./other-names";

/**
 * The entries of which one form of the name holds all words of the text, in any script that its forms are written in: "khrushchev" finds
 * everybody of that name. `beginning` lets the last word be the beginning of one. By kind, ids in no order; only entries that
 * published records name.
 */
export async function findNamed(
  kinds: readonly NameKind[],
  text: string,
  { beginning = false } = {},
): Promise<ReadonlyMap<NameKind, readonly number[]>> {
  const names = await currentNames();
  const words = latinWords(text);
  return new Map(
    kinds.map((kind) => {
      const index = names.get(kind);
      if (!index || words.length === 0) return [kind, []];
      const wanted = words.map((word, place) => [
        beginning && place === words.length - 1 ? index.beginningWith(word) : index.exactly(word),
      ]);
      const entries = new Set(index.formsHolding(wanted).map((form) => index.form(form).entry));
      return [kind, [...entries].flatMap(({ id, records }) => (records > 0 ? [id] : []))];
    }),
  );
}

/** The names among the words of a query, as typed, with the other forms that they have (see `otherNamesIn`). */
export async function otherNames(words: readonly string[]): Promise<OtherNames[]> {
  return otherNamesIn(await currentNames(), words);
}

/** Slug and preferred name of entries by id, published or not; unknown ids are absent. */
export async function labelsOf(
  kind: NameKind,
  ids: readonly number[],
): Promise<ReadonlyMap<number, { readonly slug: string; readonly name: string }>> {
  const entries = (await currentNames()).get(kind)?.entries;
  return new Map(
    ids.flatMap((id) => {
      const entry = entries?.get(id);
      return entry ? [[id, { slug: entry.slug, name: entry.name }] as const] : [];
    }),
  );
}

export type Completions = Readonly<
  Record<"agent" | "place" | "subject" | "collection", readonly Completion[]>
>;

/** Up to `perKind` entries of each kind that fit what was typed so far, best first; a typing error is forgiven where nothing fits. */
export async function complete(text: string, perKind: number): Promise<Completions> {
  const names = await currentNames();
  const found = (forgives: boolean) => {
    const of = (kind: NameKind) => {
      const index = names.get(kind);
      return index ? completionsIn(index, text, perKind, forgives) : [];
    };
    return {
      agent: of("agent"),
      place: of("place"),
      subject: of("subject"),
      collection: of("collection"),
    };
  };
  const exact = found(false);
  return Object.values(exact).some(({ length }) => length > 0) ? exact : found(true);
}
