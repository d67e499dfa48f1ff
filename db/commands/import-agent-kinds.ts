import { sql } from "drizzle-orm";
import { personKey } from "@/lib/archive/person-name";
import { nameKey } from "@/lib/archive/slug";
import type { Transaction } from "../client";
import { agentIdentifiers, agents } from "../schema";
import { identifierOf } from "./import-identifiers";
import { findInAnyOrder, isOtherOfVolume, surnameWarning } from "./import-person-names";
import {
  wishedName,
  wishKey,
  type AuthorityCache,
  type AuthorityKind,
  type AuthorityWish,
  type Entry,
  type PersonWish,
} from "./import-wishes";
import { freeSlugs } from "./slugs";

/**
 * How people and organisations are found and made. An id decides; else the preferred name; else a variant; else, for people, the name
 * in another order. Where several bear the name, only one that no authority file describes can be meant: whom of the others, nobody
 * knows, and a new entry is made. A surname alone means the one of its volume's people who bears it.
 */
export function agentKind(kind: "person" | "organisation"): AuthorityKind {
  return {
    async find(tx, wishes) {
      const found = await findByIdentifiers(tx, wishes);
      const unfound = () => wishes.filter((wish) => !found.has(wishKey(wish)));
      for (const way of [findOfVolume, findByNames, findByOrder]) {
        const named = await way(tx, unfound());
        await keepIdentifiers(tx, wishes, named);
        for (const [key, entry] of named) found.set(key, entry);
      }
      return found;
    },
    async create(tx, wishes) {
      const one = [...newPeople(wishes).values()];
      const slugs = await freeSlugs(tx, "agent", one.map(wishedName));
      const rows = one.map((wish, index) => ({
        kind,
        name: wishedName(wish),
        slug: slugs[index] ?? "",
        description: wish.kind === "person" ? (wish.description ?? null) : null,
      }));
      const made = await tx
        .insert(agents)
        .values(rows)
        .returning({ id: agents.id, name: agents.name, slug: agents.slug });
      const bySlug = new Map(made.map(({ id, name, slug }) => [slug, { id, name }]));
      const byKey = new Map(one.map((wish, index) => [keyOf(wish), bySlug.get(slugs[index] ?? "")]));
      const entries: AuthorityCache = new Map(
        wishes.flatMap((wish) => {
          const entry = byKey.get(keyOf(wish));
          return entry ? [[wishKey(wish), entry] as const] : [];
        }),
      );
      await keepIdentifiers(tx, wishes, entries);
      return entries;
    },
  };
}

/** New entries of one key are one person: a name in both orders is a name. */
const keyOf = (wish: AuthorityWish): string =>
  (wish.kind === "person" && personKey(wish.name)) || wishedName(wish);

/** One wish for each new entry: of a name in both orders the one that can stand in a list. */
function newPeople(wishes: readonly AuthorityWish[]): Map<string, AuthorityWish> {
  const one = new Map<string, AuthorityWish>();
  for (const wish of wishes) {
    const earlier = one.get(keyOf(wish));
    if (!earlier || (wishedName(wish).includes(",") && !wishedName(earlier).includes(",")))
      one.set(keyOf(wish), wish);
  }
  return one;
}

/** The id that is a person's own, if the source gives one. */
const ownIdentifier = (wish: AuthorityWish) => (wish.kind === "person" && wish.identifier) || null;

async function findByIdentifiers(tx: Transaction, wishes: readonly AuthorityWish[]): Promise<AuthorityCache> {
  const people = wishes.flatMap((wish) => (wish.kind === "person" ? [wish] : []));
  const idsOf = (wish: PersonWish) => (wish.identifier ? [wish.identifier] : (wish.among ?? []));
  const ids = [...new Set(people.flatMap(idsOf))].map(identifierOf);
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<{ source: string; id: number; name: string; forms: string[] }>(sql`
    select i.scheme || ':' || i.value as source, a.id, a.name,
      array(select n.name from agent_names n where n.agent_id = a.id) as forms
    from unnest(${sql.param(ids.map(({ scheme }) => scheme))}::text[], ${sql.param(ids.map(({ value }) => value))}::text[])
      as wanted (scheme, value)
    join agent_identifiers i using (scheme, value) join agents a on a.id = i.agent_id
  `);
  const bySource = new Map([...rows].map((row) => [row.source, row]));
  return new Map(
    people.flatMap((wish) => {
      const agent = idsOf(wish)
        .map((identifier) => bySource.get(identifier))
        .find((row) => row && (wish.identifier || row.name === wish.name || row.forms.includes(wish.name)));
      return agent ? [[wishKey(wish), { id: agent.id, name: agent.name }] as const] : [];
    }),
  );
}

type Namesake = {
  wanted: string;
  id: number;
  name: string;
  isVariant: boolean;
  isDescribed: boolean;
  /** Whether it is known by this surname only. */
  isBare: boolean;
};

async function findByNames(tx: Transaction, wishes: readonly AuthorityWish[]): Promise<AuthorityCache> {
  if (wishes.length === 0) return new Map();
  const names = sql`${sql.param([...new Set(wishes.map(wishedName))])}::text[]`;
  const rows = await tx.execute<Namesake>(sql`
    select wanted, id, name, "isVariant",
      exists (select from agent_identifiers i where i.agent_id = matches.id and i.source_hash is not null) as "isDescribed",
      coalesce((select description = ${surnameWarning} from agents a where a.id = matches.id), false) as "isBare"
    from (
      select name as wanted, id, name, false as "isVariant" from agents where name = any(${names})
      union
      select n.name, a.id, a.name, true from agent_names n join agents a on a.id = n.agent_id where n.name = any(${names})
    ) matches order by id
  `);
  const byWanted = new Map<string, Namesake[]>();
  for (const row of rows) byWanted.set(row.wanted, [...(byWanted.get(row.wanted) ?? []), row]);
  return new Map(
    wishes.flatMap((wish) => {
      const agent = onlyOne(byWanted.get(wishedName(wish)) ?? [], wish);
      return agent ? [[wishKey(wish), { id: agent.id, name: agent.name }] as const] : [];
    }),
  );
}

function onlyOne(namesakes: readonly Namesake[], wish: AuthorityWish): Entry | undefined {
  const isSurname = wish.kind === "person" && wish.isSurname === true;
  const possible = namesakes.filter(({ isBare }) => isSurname || !isBare);
  const preferred = possible.filter(({ isVariant }) => !isVariant);
  const bare = preferred.find(({ isBare }) => isBare);
  if (bare) return bare;
  const meant = preferred.length > 0 || isSurname ? preferred : possible;
  return meant.length === 1 ? meant[0] : meant.find(({ isDescribed }) => !isDescribed);
}

/** People whose name another order or other points write: one only may be meant, and nobody else of the same volume's list. */
async function findByOrder(tx: Transaction, wishes: readonly AuthorityWish[]): Promise<AuthorityCache> {
  const people = wishes.flatMap((wish) => (wish.kind === "person" ? [wish] : []));
  const bearers = await findInAnyOrder(
    tx,
    people.map(({ name }) => name),
  );
  return new Map(
    people.flatMap((wish) => {
      const [only, ...others] = bearers.get(personKey(wish.name) ?? "") ?? [];
      if (!only || others.length > 0) return [];
      if (wish.identifier && isOtherOfVolume(only.identifiers, wish.identifier)) return [];
      return [[wishKey(wish), { id: only.id, name: only.name }] as const];
    }),
  );
}

/** Whom a surname alone means: the one who bears it of those whom the volume lists or its records brought so far. */
async function findOfVolume(tx: Transaction, wishes: readonly AuthorityWish[]): Promise<AuthorityCache> {
  const surnames = wishes.flatMap((wish) =>
    wish.kind === "person" && wish.isSurname && wish.volume ? [{ ...wish, volume: wish.volume }] : [],
  );
  if (surnames.length === 0) return new Map();
  const volumes = [...new Set(surnames.map(({ volume }) => volume))];
  const rows = await tx.execute<{ volume: string; id: number; name: string; forms: string[] }>(sql`
    select distinct volume, a.id, a.name, array(select n.name from agent_names n where n.agent_id = a.id) as forms
    from unnest(${sql.param(volumes)}::text[]) as volume
    join agent_identifiers i on i.scheme = 'frus-persons' and starts_with(i.value, volume || '#')
    join agents a on a.id = i.agent_id
  `);
  const bearers = new Map<string, Map<number, Entry>>();
  for (const { volume, id, name, forms } of rows)
    for (const form of [name, ...forms]) {
      if (!form.includes(",")) continue;
      const key = `${nameKey(form.slice(0, form.indexOf(",")))}@${volume}`;
      bearers.set(key, (bearers.get(key) ?? new Map<number, Entry>()).set(id, { id, name }));
    }
  return new Map(
    surnames.flatMap((wish) => {
      const [only, ...others] = bearers.get(`${nameKey(wish.name)}@${wish.volume}`)?.values() ?? [];
      return only && others.length === 0 ? [[wishKey(wish), only] as const] : [];
    }),
  );
}

/** An id that comes for the first time belongs to whoever bears its name from now on. */
async function keepIdentifiers(tx: Transaction, wishes: readonly AuthorityWish[], entries: AuthorityCache) {
  const rows = wishes.flatMap((wish) => {
    const identifier = ownIdentifier(wish);
    const entry = entries.get(wishKey(wish));
    return identifier && entry ? [{ ...identifierOf(identifier), agentId: Number(entry.id) }] : [];
  });
  if (rows.length > 0) await tx.insert(agentIdentifiers).values(rows).onConflictDoNothing();
}
