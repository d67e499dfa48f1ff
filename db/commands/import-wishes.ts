import type { Transaction } from "../client";

/** An authority entry that an imported record names, in the words of its source. */
export type AuthorityWish =
  | { readonly kind: "person"; readonly name: string; readonly sourceId: string | null }
  | { readonly kind: "organisation"; readonly name: string }
  | { readonly kind: "place"; readonly name: string; readonly isCity: boolean }
  | CollectionWish
  | { readonly kind: NamedKind; readonly name: string };

export type CollectionWish = {
  readonly kind: "collection";
  readonly name: string;
  readonly parent: string | null;
};

export type NamedKind = "subject" | "language" | "document-type" | "classification" | "repository" | "rights";

export type Entry<Id = number> = { readonly id: Id; readonly name: string };

/** Entries already found, by kind and name; kept from batch to batch. */
export type AuthorityCache = Map<string, Entry<number | string>>;

/** One kind of entry: what it is found by in the archive, and how a missing one is made. Both answer by wish key. */
export type AuthorityKind = {
  readonly find: (tx: Transaction, wishes: readonly AuthorityWish[]) => Promise<AuthorityCache>;
  readonly create: (tx: Transaction, wishes: readonly AuthorityWish[]) => Promise<AuthorityCache>;
};

/** The key of a wish in a cache. People and organisations share one name space, as they share one table. */
export function wishKey(wish: AuthorityWish): string {
  if (wish.kind === "person" && wish.sourceId !== null) return `agent#${wish.sourceId}`;
  if (wish.kind === "person" || wish.kind === "organisation") return `agent:${wish.name}`;
  if (wish.kind === "collection") return `collection:${collectionSource(wish)}`;
  return `${wish.kind}:${wish.name}`;
}

/** The id that a collection has for imports: its title after that of the one it lies in. */
export const collectionSource = ({ name, parent }: CollectionWish): string =>
  parent === null ? name : `${parent} > ${name}`;

/** A name that was asked for and the entry that has it. */
export type NameRow = { wanted: string; id: number; name: string };

/** The first row of each wanted name, keyed by the wishes that have it. */
export function byName(wishes: readonly AuthorityWish[], rows: Iterable<NameRow>): AuthorityCache {
  const first = new Map<string, Entry>();
  for (const { wanted, id, name } of rows) if (!first.has(wanted)) first.set(wanted, { id, name });
  return new Map(
    wishes.flatMap((wish) => {
      const entry = first.get(wish.name);
      return entry ? [[wishKey(wish), entry]] : [];
    }),
  );
}
