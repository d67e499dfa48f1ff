import type { CollectionLevel } from "@/lib/archive/vocabulary";
import type { Transaction } from "../client";

/** An authority entry that an imported record names, in the words of its source. */
export type AuthorityWish =
  | PersonWish
  | { readonly kind: "organisation"; readonly name: string }
  | PlaceWish
  | CollectionWish
  | {
      readonly kind: NamedKind;
      readonly name: string;
      /** Nothing is made where the archive has no entry of this name. */
      readonly isOptional?: boolean;
    };

export type PersonWish = {
  readonly kind: "person";
  readonly name: string;
  /** The id that the source gives the person, "scheme:value"; it is kept with whoever is found or made. */
  readonly identifier?: string | null;
  /** Ids of everybody whom the document names: of them, the one who bears the name is meant. */
  readonly among?: readonly string[];
  /** A surname alone is nobody's variant: it would lead to whoever is listed under it in some other file. */
  readonly isSurname?: boolean;
  /** The volume ("frus1961-63v06") whose list of people tells whom a surname means. */
  readonly volume?: string | null;
  /** What a new entry says of the person. */
  readonly description?: string | null;
};

export type PlaceWish = {
  readonly kind: "place";
  readonly name: string;
  readonly isCity: boolean;
  readonly isCountry?: boolean;
  /** Every name that means the place, the one that a new entry prefers first. */
  readonly names?: readonly string[];
  /** The country that a new entry is put in. */
  readonly country?: string | null;
};

/** A collection by the titles that lead to it, the highest first. */
export type CollectionWish = {
  readonly kind: "collection";
  readonly path: readonly [string, ...string[]];
  /** Level of each title of the path; a new collection is a "collection" at the top and a "series" below it otherwise. */
  readonly levels?: readonly CollectionLevel[];
  /** What a new entry says of itself. */
  readonly abstract?: string | null;
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
  if (wish.kind === "collection") return `collection:${collectionSource(wish)}`;
  if (wish.kind === "organisation") return `agent:${wish.name}`;
  if (wish.kind !== "person") return `${wish.kind}:${wish.name}`;
  if (wish.identifier) return `agent#${wish.identifier}`;
  const key = wish.isSurname ? `agent:${wish.name}@${wish.volume ?? ""}` : `agent:${wish.name}`;
  return wish.among?.length ? `${key}#${wish.among.join(" ")}` : key;
}

/** The name that a wish is found by. */
export const wishedName = (wish: AuthorityWish): string =>
  wish.kind === "collection" ? (wish.path.at(-1) ?? wish.path[0]) : wish.name;

/** The id that a collection has for imports: the titles that lead to it. */
export const collectionSource = ({ path }: CollectionWish): string => path.join(" > ");

/** A name that was asked for and the entry that has it. */
export type NameRow = { wanted: string; id: number; name: string };

/** The first row of each wanted name, keyed by the wishes that have it. */
export function byName(wishes: readonly AuthorityWish[], rows: Iterable<NameRow>): AuthorityCache {
  const first = new Map<string, Entry>();
  for (const { wanted, id, name } of rows) if (!first.has(wanted)) first.set(wanted, { id, name });
  return new Map(
    wishes.flatMap((wish) => {
      const entry = first.get(wishedName(wish));
      return entry ? [[wishKey(wish), entry]] : [];
    }),
  );
}
