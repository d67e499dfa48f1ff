import { nameKey } from "@/lib/archive/slug";
import type { Transaction } from "../client";
import { repositories } from "../schema";
import {
  wishedName,
  wishKey,
  type AuthorityCache,
  type AuthorityKind,
  type AuthorityWish,
  type Entry,
} from "./import-wishes";
import { freeSlugs } from "./slugs";

/**
 * How archives are found and made: by their name, abbreviation or another name, as written, else however sources spell it ("ÖStA,
 * HHStA Wien" and "ÖstA, HHstA, Wien" are one archive).
 */
export const repositoryKind: AuthorityKind = { find: findRepositories, create: createRepositories };

/** A spelling without case, accents and punctuation; names that have nothing else are their own. */
const keyOf = (name: string) => nameKey(name) || name;

/** Archives are few, so that all are read. */
async function findRepositories(tx: Transaction, wishes: readonly AuthorityWish[]): Promise<AuthorityCache> {
  const rows = await tx.select().from(repositories).orderBy(repositories.id);
  const asWritten = new Map<string, Entry>();
  const asSpelt = new Map<string, Entry>();
  const add = (name: string | null, { id, name: preferred }: Entry) => {
    if (name === null) return;
    if (!asWritten.has(name)) asWritten.set(name, { id, name: preferred });
    if (!asSpelt.has(keyOf(name))) asSpelt.set(keyOf(name), { id, name: preferred });
  };
  for (const row of rows) add(row.name, row);
  for (const row of rows) for (const name of [row.abbreviation, ...row.otherNames]) add(name, row);
  return new Map(
    wishes.flatMap((wish) => {
      const name = wishedName(wish);
      const entry = asWritten.get(name) ?? asSpelt.get(keyOf(name));
      return entry ? [[wishKey(wish), entry]] : [];
    }),
  );
}

async function createRepositories(
  tx: Transaction,
  wishes: readonly AuthorityWish[],
): Promise<AuthorityCache> {
  const names = new Map(wishes.map(wishedName).map((name) => [keyOf(name), name]));
  const slugs = await freeSlugs(tx, "repository", [...names.values()]);
  const rows = [...names.values()].map((name, index) => ({ name, slug: slugs[index] ?? "" }));
  const made = await tx
    .insert(repositories)
    .values(rows)
    .returning({ id: repositories.id, name: repositories.name });
  const entries = new Map(made.map((entry) => [keyOf(entry.name), entry]));
  return new Map(
    wishes.flatMap((wish) => {
      const entry = entries.get(keyOf(wishedName(wish)));
      return entry ? [[wishKey(wish), entry]] : [];
    }),
  );
}
