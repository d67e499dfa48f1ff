import type { Transaction } from "../client";
import { authorityKinds } from "./import-authority-kinds";
import {
  wishKey,
  type AuthorityCache,
  type AuthorityWish,
  type CollectionWish,
  type Entry,
  type NamedKind,
} from "./import-wishes";

/** The entry of every wish; asking for something that was not wished throws. */
export type Authorities = {
  agent(wish: AuthorityWish): Entry;
  place(name: string): Entry;
  subject(name: string): Entry;
  language(code: string): Entry<string>;
  documentType(name: string): Entry;
  classification(name: string): Entry;
  repository(name: string): Entry;
  /** Null where the archive has none of this name. */
  knownRepository(name: string): Entry | null;
  rights(name: string): Entry;
  collection(wish: AuthorityWish): Entry;
};

/**
 * Finds the entry of every wish, or makes it. People are recognised by the id their source gives them, then like all others by
 * exact name or a variant of it (see `import-agent-kinds` for namesakes). Returns the entries, those not in `cache` yet (to be added to
 * it once the transaction has been committed), and the keys of those made.
 */
export async function resolveAuthorities(
  tx: Transaction,
  wishes: readonly AuthorityWish[],
  cache: AuthorityCache,
): Promise<{ authorities: Authorities; fresh: AuthorityCache; created: Map<string, AuthorityWish["kind"]> }> {
  const fresh: AuthorityCache = new Map();
  const created = new Map<string, AuthorityWish["kind"]>();
  const wanted = new Map<string, AuthorityWish>();
  for (const wish of wishes.flatMap(withAncestors)) {
    const earlier = wanted.get(wishKey(wish));
    // Whoever wishes an entry in earnest has it, and the one with more to say of it is heard.
    if (!earlier || ("isOptional" in earlier && earlier.isOptional) || ("abstract" in wish && wish.abstract))
      wanted.set(wishKey(wish), wish);
  }
  // Surnames come last: whom one means, those named in full tell.
  const groups = Object.entries(authorityKinds).flatMap(([kind, ways]) =>
    [false, true].map((ofSurnames) => ({ kind, ofSurnames, ...ways })),
  );
  for (const { kind, ofSurnames, find, create } of groups) {
    const unknown = [...wanted].filter(
      ([key, wish]) =>
        wish.kind === kind && isSurname(wish) === ofSurnames && !cache.has(key) && !fresh.has(key),
    );
    if (unknown.length === 0) continue;
    const found = await find(
      tx,
      unknown.map(([, wish]) => wish),
    );
    for (const [key, entry] of found) fresh.set(key, entry);
    const missing = unknown
      .filter(([key, wish]) => !found.has(key) && !("isOptional" in wish && wish.isOptional))
      .map(([, wish]) => wish);
    if (missing.length === 0) continue;
    const entries = await create(tx, missing);
    for (const [key, entry] of entries) fresh.set(key, entry);
    // Two ids of one person are one new entry, and so are two spellings of an archive or a place.
    for (const wish of missing) {
      const name = wish.kind === "collection" ? undefined : entries.get(wishKey(wish))?.name;
      created.set(`${wish.kind}:${name ?? wishKey(wish)}`, wish.kind);
    }
  }
  return { authorities: lookUp(cache, fresh), fresh, created };
}

const isSurname = (wish: AuthorityWish) => wish.kind === "person" && wish.isSurname === true;

/** A heading brings the broader ones, a collection those it lies in. */
function withAncestors(wish: AuthorityWish): AuthorityWish[] {
  if (wish.kind === "collection") return collectionsAbove(wish);
  if (wish.kind !== "subject") return [wish];
  const parts = wish.name.split("--");
  return parts.map((_, index) => ({ kind: "subject", name: parts.slice(0, index + 1).join("--") }));
}

function collectionsAbove(wish: CollectionWish): CollectionWish[] {
  const [top, ...rest] = wish.path;
  const above = rest.map((_, index): CollectionWish => ({
    kind: "collection",
    path: [top, ...rest.slice(0, index)],
    ...(wish.levels ? { levels: wish.levels.slice(0, index + 1) } : {}),
  }));
  return [...above, wish];
}

function lookUp(cache: AuthorityCache, fresh: AuthorityCache): Authorities {
  const any = (wish: AuthorityWish) => {
    const entry = fresh.get(wishKey(wish)) ?? cache.get(wishKey(wish));
    if (!entry) throw new Error(`The authority entry “${wishKey(wish)}” was not looked up.`);
    return entry;
  };
  const known = (name: string) => {
    const key = wishKey({ kind: "repository", name });
    const entry = fresh.get(key) ?? cache.get(key);
    return entry ? { id: Number(entry.id), name: entry.name } : null;
  };
  const numbered = (wish: AuthorityWish): Entry => {
    const { id, name } = any(wish);
    return { id: Number(id), name };
  };
  const named = (kind: NamedKind) => (name: string) => numbered({ kind, name });
  return {
    agent: numbered,
    collection: numbered,
    place: (name) => numbered({ kind: "place", name, isCity: false }),
    subject: named("subject"),
    documentType: named("document-type"),
    classification: named("classification"),
    repository: named("repository"),
    knownRepository: known,
    rights: named("rights"),
    language: (code) => ({ id: code, name: any({ kind: "language", name: code }).name }),
  };
}
