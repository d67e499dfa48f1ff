import { sql } from "drizzle-orm";
import type { Transaction } from "../client";
import { agents, collections, places, repositories, subjects } from "../schema";
import { vocabularyKinds } from "./import-vocabularies";
import {
  byName,
  collectionSource,
  wishKey,
  type AuthorityCache,
  type AuthorityKind,
  type AuthorityWish,
  type NameRow,
} from "./import-wishes";
import { freeSlugs } from "./slugs";

/** How the entries of each kind are found and made. */
export const authorityKinds: Record<AuthorityWish["kind"], AuthorityKind> = {
  person: agentKind("person"),
  organisation: agentKind("organisation"),
  place: { find: findPlaces, create: createPlaces },
  subject: { find: findSubjects, create: createSubjects },
  repository: { find: findRepositories, create: createRepositories },
  collection: { find: findCollections, create: createCollections },
  ...vocabularyKinds,
};

const namesOf = (wishes: readonly AuthorityWish[]) =>
  sql`${sql.param(wishes.map(({ name }) => name))}::text[]`;

function agentKind(kind: "person" | "organisation"): AuthorityKind {
  return {
    async find(tx, wishes) {
      const ids = wishes.flatMap((wish) => (wish.kind === "person" && wish.sourceId ? [wish.sourceId] : []));
      const rows = await tx.execute<{ source: string; id: number; name: string }>(
        sql`select source_id as source, id, name from ${agents} where source_id = any(${sql.param(ids)}::text[])`,
      );
      const found: AuthorityCache = new Map(
        [...rows].map(({ source, id, name }) => [`agent#${source}`, { id, name }]),
      );
      const rest = wishes.filter((wish) => !found.has(wishKey(wish)));
      const named = await tx.execute<NameRow>(sql`
        select wanted, id, name from (
          select name as wanted, id, name, 0 as rank from agents where name = any(${namesOf(rest)})
          union all
          select n.name, a.id, a.name, 1 from agent_names n join agents a on a.id = n.agent_id
          where n.name = any(${namesOf(rest)})
        ) matches order by rank, id
      `);
      return new Map([...found, ...byName(rest, named)]);
    },
    async create(tx, wishes) {
      const one = [...new Map(wishes.toReversed().map((wish) => [wish.name, wish])).values()].toReversed();
      const slugs = await freeSlugs(
        tx,
        "agent",
        one.map(({ name }) => name),
      );
      const rows = one.map((wish, index) => ({
        kind,
        name: wish.name,
        slug: slugs[index] ?? "",
        sourceId: wish.kind === "person" ? wish.sourceId : null,
      }));
      const made = await tx.insert(agents).values(rows).returning({ id: agents.id, name: agents.name });
      return byName(
        wishes,
        made.map((row) => ({ ...row, wanted: row.name })),
      );
    },
  };
}

async function findPlaces(tx: Transaction, wishes: readonly AuthorityWish[]) {
  const rows = await tx.execute<NameRow>(sql`
    select wanted, id, name from (
      select name as wanted, id, name, 0 as rank from places where name = any(${namesOf(wishes)})
      union all
      select n.name, p.id, p.name, 1 from place_names n join places p on p.id = n.place_id
      where n.name = any(${namesOf(wishes)})
    ) matches order by rank, id
  `);
  return byName(wishes, rows);
}

async function createPlaces(tx: Transaction, wishes: readonly AuthorityWish[]) {
  const slugs = await freeSlugs(
    tx,
    "place",
    wishes.map(({ name }) => name),
  );
  const rows = wishes.map((wish, index) => ({
    name: wish.name,
    slug: slugs[index] ?? "",
    kind: wish.kind === "place" && wish.isCity ? ("city" as const) : ("area" as const),
  }));
  const made = await tx.insert(places).values(rows).returning({ id: places.id, name: places.name });
  return byName(
    wishes,
    made.map((row) => ({ ...row, wanted: row.name })),
  );
}

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
    wishes.map(({ name }) => name.replaceAll("--", " ")),
  );
  const rows = wishes.map(({ name }, index) => ({ name, slug: slugs[index] ?? "" }));
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

async function findRepositories(tx: Transaction, wishes: readonly AuthorityWish[]) {
  const rows = await tx.execute<NameRow>(sql`
    select wanted, id, name from unnest(${namesOf(wishes)}) as wanted
    join repositories on name = wanted or abbreviation = wanted or wanted = any(other_names)
    order by name <> wanted, id
  `);
  return byName(wishes, rows);
}

async function createRepositories(tx: Transaction, wishes: readonly AuthorityWish[]) {
  const slugs = await freeSlugs(
    tx,
    "repository",
    wishes.map(({ name }) => name),
  );
  const rows = wishes.map(({ name }, index) => ({ name, slug: slugs[index] ?? "" }));
  const made = await tx
    .insert(repositories)
    .values(rows)
    .returning({ id: repositories.id, name: repositories.name });
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
  for (const level of [
    wanted.filter(({ parent }) => parent === null),
    wanted.filter(({ parent }) => parent !== null),
  ]) {
    if (level.length === 0) continue;
    const parents = await findCollections(
      tx,
      level.flatMap(({ parent }) =>
        parent === null ? [] : [{ kind: "collection" as const, name: parent, parent: null }],
      ),
    );
    const slugs = await freeSlugs(
      tx,
      "collection",
      level.map(({ name }) => name),
    );
    const rows = level.map(({ name, parent, source }, index) => ({
      title: name,
      slug: slugs[index] ?? "",
      sourceId: source,
      level: parent === null ? ("collection" as const) : ("series" as const),
      parentId: parent === null ? null : Number(parents.get(`collection:${parent}`)?.id),
    }));
    const stored = await tx
      .insert(collections)
      .values(rows)
      .returning({ id: collections.id, name: collections.title, source: collections.sourceId });
    for (const { id, name, source } of stored) made.set(`collection:${source}`, { id, name });
  }
  return made;
}
