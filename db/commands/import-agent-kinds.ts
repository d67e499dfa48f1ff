import { sql } from "drizzle-orm";
import type { Transaction } from "../client";
import { agentIdentifiers, agents } from "../schema";
import { identifierOf } from "./import-identifiers";
import {
  byName,
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
 * How people and organisations are found and made. An id decides; else the preferred name; else a variant. Where several bear the
 * name, only one that no authority file describes can be meant: whom of the others, nobody knows, and a new entry is made.
 */
export function agentKind(kind: "person" | "organisation"): AuthorityKind {
  return {
    async find(tx, wishes) {
      const found = await findByIdentifiers(tx, wishes);
      const named = await findByNames(
        tx,
        wishes.filter((wish) => !found.has(wishKey(wish))),
      );
      await keepIdentifiers(tx, wishes, named);
      return new Map([...found, ...named]);
    },
    async create(tx, wishes) {
      const one = [
        ...new Map(wishes.toReversed().map((wish) => [wishedName(wish), wish])).values(),
      ].toReversed();
      const slugs = await freeSlugs(tx, "agent", one.map(wishedName));
      const rows = one.map((wish, index) => ({
        kind,
        name: wishedName(wish),
        slug: slugs[index] ?? "",
        description: wish.kind === "person" ? (wish.description ?? null) : null,
      }));
      const made = await tx.insert(agents).values(rows).returning({ id: agents.id, name: agents.name });
      const entries = byName(
        wishes,
        made.map((row) => ({ ...row, wanted: row.name })),
      );
      await keepIdentifiers(tx, wishes, entries);
      return entries;
    },
  };
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
};

async function findByNames(tx: Transaction, wishes: readonly AuthorityWish[]): Promise<AuthorityCache> {
  if (wishes.length === 0) return new Map();
  const names = sql`${sql.param([...new Set(wishes.map(wishedName))])}::text[]`;
  const rows = await tx.execute<Namesake>(sql`
    select wanted, id, name, "isVariant",
      exists (select from agent_identifiers i where i.agent_id = matches.id and i.source_hash is not null) as "isDescribed"
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
  const preferred = namesakes.filter(({ isVariant }) => !isVariant);
  const isSurname = wish.kind === "person" && wish.isSurname === true;
  const meant = preferred.length > 0 || isSurname ? preferred : namesakes;
  return meant.length === 1 ? meant[0] : meant.find(({ isDescribed }) => !isDescribed);
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
