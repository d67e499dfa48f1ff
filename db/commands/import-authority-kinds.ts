import { sql } from "drizzle-orm";
import type { Transaction } from "../client";
import { collections, subjects } from "../schema";
import { agentKind } from "./import-agent-kinds";
import { placeKind } from "./import-place-kind";
import { repositoryKind } from "./import-repository-kind";
import { vocabularyKinds } from "./import-vocabularies";
import {
  byName,
  collectionSource,
  wishedName,
  wishKey,
  type AuthorityCache,
  type AuthorityKind,
  type AuthorityWish,
  type CollectionWish,
  type NameRow,
} from "./import-wishes";
import { freeSlugs } from "./slugs";

/** How the entries of each kind are found and made. */
export const authorityKinds: Record<AuthorityWish["kind"], AuthorityKind> = {
  person: agentKind("person"),
  organisation: agentKind("organisation"),
  place: placeKind,
  subject: { find: findSubjects, create: createSubjects },
  repository: repositoryKind,
  collection: { find: findCollections, create: createCollections },
  ...vocabularyKinds,
};

const namesOf = (wishes: readonly AuthorityWish[]) => sql`${sql.param(wishes.map(wishedName))}::text[]`;

async function findSubjects(tx: Transaction, wishes: readonly AuthorityWish[]) {
  const rows = await tx.execute<NameRow>(
    sql`select name as wanted, id, name from subjects where name = any(${namesOf(wishes)})`,
  );
  return byName(wishes, rows);
}

async function createSubjects(tx: Transaction, wishes: readonly AuthorityWish[]) {
  const slugs = await freeSlugs(
    tx,
    "subject",
    wishes.map((wish) => wishedName(wish).replaceAll("--", " ")),
  );
  const rows = wishes.map((wish, index) => ({ name: wishedName(wish), slug: slugs[index] ?? "" }));
  const made = await tx.insert(subjects).values(rows).returning({ id: subjects.id, name: subjects.name });
  // The broader heading is the same without its last part; it was there or has just been made.
  await tx.execute(sql`
    update subjects as narrower set parent_id = broader.id from subjects as broader
    where narrower.id = any(${sql.param(made.map(({ id }) => id))}::integer[])
      and narrower.name like '%--%' and broader.name = regexp_replace(narrower.name, '--((?!--).)*$', '')
  `);
  return byName(
    wishes,
    made.map((row) => ({ ...row, wanted: row.name })),
  );
}

const collectionWishes = (wishes: readonly AuthorityWish[]) =>
  wishes.flatMap((wish) => (wish.kind === "collection" ? [{ ...wish, source: collectionSource(wish) }] : []));

/** A collection that was renamed here is known by where it came from, one described by hand by its title. */
async function findCollections(tx: Transaction, wishes: readonly AuthorityWish[]) {
  const wanted = collectionWishes(wishes);
  const rows = await tx.execute<{ source: string; id: number; name: string }>(sql`
    select source, id, title as name
    from unnest(${sql.param(wanted.map(({ source }) => source))}::text[], ${namesOf(wanted)}) as wanted (source, wanted_title)
    join collections on source_id = source or (source_id is null and title = wanted_title)
    order by source_id is null desc, id
  `);
  return new Map([...rows].map(({ source, id, name }) => [`collection:${source}`, { id, name }]));
}

async function createCollections(tx: Transaction, wishes: readonly AuthorityWish[]) {
  const wanted = collectionWishes(wishes);
  const made: AuthorityCache = new Map();
  const deepest = Math.max(0, ...wanted.map(({ path }) => path.length));
  for (let depth = 1; depth <= deepest; depth += 1) {
    const level = wanted.filter(({ path }) => path.length === depth);
    if (level.length === 0) continue;
    const parents = await findCollections(tx, level.flatMap(collectionAbove));
    const slugs = await freeSlugs(tx, "collection", level.map(wishedName));
    const rows = level.map((wish, index) => {
      const [above] = collectionAbove(wish);
      const parent = above && parents.get(wishKey(above));
      return {
        title: wishedName(wish),
        slug: slugs[index] ?? "",
        sourceId: wish.source,
        level: wish.levels?.[depth - 1] ?? (above ? ("series" as const) : ("collection" as const)),
        abstract: wish.abstract ?? null,
        parentId: parent ? Number(parent.id) : null,
      };
    });
    const stored = await tx
      .insert(collections)
      .values(rows)
      .returning({ id: collections.id, name: collections.title, source: collections.sourceId });
    for (const { id, name, source } of stored) made.set(`collection:${source}`, { id, name });
  }
  return made;
}

/** The collection that one lies in, if any. */
function collectionAbove({ path }: CollectionWish): CollectionWish[] {
  const [top, ...rest] = path;
  return rest.length === 0 ? [] : [{ kind: "collection", path: [top, ...rest.slice(0, -1)] }];
}
