import { inArray, or } from "drizzle-orm";
import { languageOf } from "@/lib/archive/language-tag";
import { slugOf } from "@/lib/archive/slug";
import type { Transaction } from "../client";
import { classifications, documentTypes, languages, rights } from "../schema";
import { wishedName, type AuthorityKind, type AuthorityWish } from "./import-wishes";

/** How secret a marking is; markings we do not know stand lowest. */
const ranks = new Map([
  ["unclassified", 1],
  ["restricted", 2],
  ["limited-official-use", 3],
  ["official-use-only", 3],
  ["confidential", 4],
  ["secret", 5],
  ["top-secret", 6],
]);

/** Addresses of the statements that imported data name. */
const statements: readonly (readonly [pattern: RegExp, uri: string])[] = [
  [/\bCC0\b/, "https://creativecommons.org/publicdomain/zero/1.0/"],
  [/\bCC BY-SA 4\.0\b/, "https://creativecommons.org/licenses/by-sa/4.0/"],
  [/\bCC BY 4\.0\b/, "https://creativecommons.org/licenses/by/4.0/"],
  [/^public domain\b/i, "https://creativecommons.org/publicdomain/mark/1.0/"],
];

const namesOf = (wishes: readonly AuthorityWish[]) => wishes.map(wishedName);

/** Kinds of entry that are controlled lists: matched by name, whatever its capitals, and never by a variant. */
export const vocabularyKinds = {
  language: { find: findLanguages, create: createLanguages },
  "document-type": slugged("document-type", documentTypes, (tx, rows) =>
    tx
      .insert(documentTypes)
      .values(rows)
      .returning({ id: documentTypes.id, slug: documentTypes.slug, name: documentTypes.name }),
  ),
  classification: slugged("classification", classifications, (tx, rows) =>
    tx
      .insert(classifications)
      .values(rows.map((row) => ({ ...row, rank: ranks.get(row.slug) ?? 0 })))
      .returning({ id: classifications.id, slug: classifications.slug, name: classifications.name }),
  ),
  rights: { find: findRights, create: createRights },
} satisfies Record<string, AuthorityKind>;

type Slugged = { slug: string; name: string };

/** Lists whose entries have slugs: "Memorandum of Conversation" and "memorandum of conversation" are one type. */
function slugged(
  kind: "document-type" | "classification",
  table: typeof documentTypes | typeof classifications,
  insert: (tx: Transaction, rows: Slugged[]) => PromiseLike<(Slugged & { id: number })[]>,
): AuthorityKind {
  const bySlug = (wishes: readonly AuthorityWish[], rows: readonly (Slugged & { id: number })[]) => {
    const entries = new Map(rows.map(({ slug, id, name }) => [slug, { id, name }]));
    return new Map(
      namesOf(wishes).flatMap((name) => {
        const entry = entries.get(slugOf(name));
        return entry ? [[`${kind}:${name}`, entry]] : [];
      }),
    );
  };
  return {
    async find(tx, wishes) {
      const slugs = namesOf(wishes).map(slugOf);
      return bySlug(
        wishes,
        await tx
          .select({ id: table.id, slug: table.slug, name: table.name })
          .from(table)
          .where(inArray(table.slug, slugs)),
      );
    },
    async create(tx, wishes) {
      const rows = new Map(namesOf(wishes).map((name) => [slugOf(name), { slug: slugOf(name), name }]));
      return bySlug(wishes, await insert(tx, [...rows.values()]));
    },
  };
}

async function findLanguages(tx: Transaction, wishes: readonly AuthorityWish[]) {
  const rows = await tx
    .select()
    .from(languages)
    .where(inArray(languages.code, namesOf(wishes)));
  return new Map(rows.map(({ code, name }) => [`language:${code}`, { id: code, name }]));
}

async function createLanguages(tx: Transaction, wishes: readonly AuthorityWish[]) {
  const wanted = namesOf(wishes).map(languageOf);
  const taken = await tx
    .select({ name: languages.name })
    .from(languages)
    .where(
      inArray(
        languages.name,
        wanted.map(({ name }) => name),
      ),
    );
  const used = new Set(taken.map(({ name }) => name));
  const rows = wanted.map((language) => {
    const name = used.has(language.name) ? `${language.name} (${language.code})` : language.name;
    used.add(name);
    return { ...language, name };
  });
  await tx.insert(languages).values(rows);
  return new Map(rows.map(({ code, name }) => [`language:${code}`, { id: code, name }]));
}

async function findRights(tx: Transaction, wishes: readonly AuthorityWish[]) {
  const names = namesOf(wishes);
  const rows = await tx
    .select()
    .from(rights)
    .where(or(inArray(rights.name, names), inArray(rights.statement, names)));
  return new Map(
    rows
      .toReversed()
      .flatMap(({ id, name, statement }) =>
        [name, statement].map((words) => [`rights:${words}`, { id, name }] as const),
      ),
  );
}

async function createRights(tx: Transaction, wishes: readonly AuthorityWish[]) {
  const rows = namesOf(wishes).map((name) => ({
    name,
    statement: name,
    uri: statements.find(([pattern]) => pattern.test(name))?.[1] ?? null,
  }));
  const made = await tx.insert(rights).values(rows).returning({ id: rights.id, name: rights.name });
  return new Map(made.map(({ id, name }) => [`rights:${name}`, { id, name }]));
}
