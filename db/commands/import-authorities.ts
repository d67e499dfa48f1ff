import { sql } from "drizzle-orm";
import type { Transaction } from "../client";
import { agents, collections, places, repositories, subjects } from "../schema";
import { freeSlugs } from "./slugs";
import { vocabularyKinds } from "./import-vocabularies";

/** An authority entry that an imported record names, in the words of its source. */
export type AuthorityWish =
  | { readonly kind: "person"; readonly name: string; readonly sourceId: string | null }
  | { readonly kind: "organisation"; readonly name: string }
  | { readonly kind: "place"; readonly name: string; readonly isCity: boolean }
  | { readonly kind: "collection"; readonly name: string; readonly parent: string | null }
  | { readonly kind: NamedKind; readonly name: string };

type NamedKind = "subject" | "language" | "document-type" | "classification" | "repository" | "rights";

type Entry<Id = number> = { readonly id: Id; readonly name: string };

/** Entries already found, by kind and name; kept from batch to batch. */
export type AuthorityCache = Map<string, Entry<number | string>>;

/** The entry of every wish; asking for something that was not wished throws. */
export type Authorities = {
  agent(wish: AuthorityWish): Entry;
  place(name: string): Entry;
  subject(name: string): Entry;
  language(code: string): Entry<string>;
  documentType(name: string): Entry;
  classification(name: string): Entry;
  repository(name: string): Entry;
  rights(name: string): Entry;
  collection(wish: AuthorityWish): Entry;
};

/** One kind of entry: what it is found by in the archive, and how a missing one is made. Both answer by wish key. */
export type AuthorityKind = {
  find(tx: Transaction, wishes: readonly AuthorityWish[]): Promise<AuthorityCache>;
  create(tx: Transaction, wishes: readonly AuthorityWish[]): Promise<AuthorityCache>;
};

/** The key of a wish in a cache. People and organisations share one name space, as they share one table. */
export function wishKey(wish: AuthorityWish): string {
  switch (wish.kind) {
    case "person":
      return wish.sourceId === null ? `agent:${wish.name}` : `agent#${wish.sourceId}`;
    case "organisation":
      return `agent:${wish.name}`;
    case "collection":
      return `collection:${collectionSource(wish)}`;
    default:
      return `${wish.kind}:${wish.name}`;
  }
}

const collectionSource = ({ name, parent }: Extract<AuthorityWish, { kind: "collection" }>) =>
  parent === null ? name : `${parent} > ${name}`;

/** The entries that are rows of their own tables, in the order in which they may need each other. */
const kinds: Record<AuthorityWish["kind"], AuthorityKind> = {
  person: agentKind("person"),
  organisation: agentKind("organisation"),
  place: { find: findPlaces, create: createPlaces },
  subject: { find: findSubjects, create: createSubjects },
  repository: { find: findRepositories, create: createRepositories },
  collection: { find: findCollections, create: createCollections },
  ...vocabularyKinds,
};

/**
 * Finds the entry of every wish, or makes it. People are recognised by the id their source gives them, then like all others by
 * exact name or a variant of it; of several the oldest is taken. Returns the entries, those not in `cache` yet (to be added to
 * it once the transaction has been committed), and the keys of those made.
 */
export async function resolveAuthorities(
  tx: Transaction,
  wishes: readonly AuthorityWish[],
  cache: AuthorityCache,
): Promise<{ authorities: Authorities; fresh: AuthorityCache; created: Map<string, AuthorityWish["kind"]> }> {
  const fresh: AuthorityCache = new Map();
  const created = new Map<string, AuthorityWish["kind"]>();
  const wanted = new Map(wishes.flatMap(withAncestors).map((wish) => [wishKey(wish), wish]));
  for (const [kind, { find, create }] of Object.entries(kinds)) {
    const unknown = [...wanted].filter(
      ([key, wish]) => wish.kind === kind && !cache.has(key) && !fresh.has(key),
    );
    if (unknown.length === 0) continue;
    const found = await find(
      tx,
      unknown.map(([, wish]) => wish),
    );
    for (const [key, entry] of found) fresh.set(key, entry);
    const missing = unknown.filter(([key]) => !found.has(key)).map(([, wish]) => wish);
    if (missing.length === 0) continue;
    for (const [key, entry] of await create(tx, missing)) fresh.set(key, entry);
    // Two ids of one person are one new entry.
    const names = new Map(
      missing.map((wish) => [wish.kind === "person" ? wish.name : wishKey(wish), wish.kind]),
    );
    for (const [name, made] of names) created.set(`${made}:${name}`, made);
  }
  return { authorities: lookUp(cache, fresh), fresh, created };
}

/** A heading brings the broader ones, a collection the one it lies in. */
function withAncestors(wish: AuthorityWish): AuthorityWish[] {
  if (wish.kind === "collection" && wish.parent !== null)
    return [{ kind: "collection", name: wish.parent, parent: null }, wish];
  if (wish.kind !== "subject") return [wish];
  const parts = wish.name.split("--");
  return parts.map((_, index) => ({ kind: "subject", name: parts.slice(0, index + 1).join("--") }));
}

function lookUp(cache: AuthorityCache, fresh: AuthorityCache): Authorities {
  const any = (wish: AuthorityWish) => {
    const entry = fresh.get(wishKey(wish)) ?? cache.get(wishKey(wish));
    if (!entry) throw new Error(`The authority entry “${wishKey(wish)}” was not looked up.`);
    return entry;
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
    rights: named("rights"),
    language: (code) => ({ id: code, name: any({ kind: "language", name: code }).name }),
  };
}

const namesOf = (wishes: readonly AuthorityWish[]) =>
  sql`${sql.param(wishes.map(({ name }) => name))}::text[]`;

type NameRow = { wanted: string; id: number; name: string };

/** The first row of each wanted name, keyed by the wishes that have it. */
function byName(wishes: readonly AuthorityWish[], rows: Iterable<NameRow>): AuthorityCache {
  const first = new Map<string, Entry>();
  for (const { wanted, id, name } of rows) if (!first.has(wanted)) first.set(wanted, { id, name });
  return new Map(
    wishes.flatMap((wish) => {
      const entry = first.get(wish.name);
      return entry ? [[wishKey(wish), entry]] : [];
    }),
  );
}

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
