import { sql } from "drizzle-orm";
import type { Transaction } from "../client";
import { identifierOf } from "./import-identifiers";

/** Two agents that are one person: `from` goes, `into` stays. */
export type Merge = {
  readonly from: { readonly id: number; readonly slug: string; readonly name: string };
  readonly into: { readonly id: number; readonly name: string };
  /** Why, for the history. */
  readonly note: string;
};

const integers = (values: readonly number[]) => sql`${sql.param(values)}::integer[]`;
const words = (values: readonly string[]) => sql`${sql.param(values)}::text[]`;

/**
 * Makes agents one: everything that is linked to those that go is linked to those that stay, their names become variants, their
 * addresses redirect for ever, and the history of each says so. The caller reindexes the records and expires the tags.
 */
export async function mergeAgents(tx: Transaction, merges: readonly Merge[]) {
  if (merges.length === 0) return;
  const pairs = sql`(
    select * from unnest(${integers(merges.map(({ from }) => from.id))}, ${integers(merges.map(({ into }) => into.id))},
      ${words(merges.map(({ note }) => note))}) as pairs (from_id, into_id, note)
  )`;
  await tx.execute(sql`
    insert into record_agents (record_id, agent_id, role, name_as_written, position)
    select ra.record_id, p.into_id, ra.role, coalesce(ra.name_as_written, nullif(gone.name, kept.name)), ra.position
    from ${pairs} p join agents gone on gone.id = p.from_id join agents kept on kept.id = p.into_id
    join record_agents ra on ra.agent_id = p.from_id
    on conflict do nothing
  `);
  await tx.execute(sql`delete from record_agents ra using ${pairs} p where ra.agent_id = p.from_id`);
  await tx.execute(
    sql`update texts set credit_agent_id = p.into_id from ${pairs} p where credit_agent_id = p.from_id`,
  );
  await tx.execute(sql`
    insert into agent_names (agent_id, name, script, scheme, language_code, slug, position)
    select p.into_id, n.name, n.script, n.scheme, n.language_code, n.slug, 1000 + n.position
    from ${pairs} p join agents kept on kept.id = p.into_id join agents gone on gone.id = p.from_id
    cross join lateral (
      select gone.name, null as script, 'variant'::name_scheme as scheme, null as language_code, gone.slug, 0 as position
      union all select o.name, o.script, o.scheme, o.language_code, o.slug, o.position from agent_names o where o.agent_id = gone.id
    ) n
    where n.name <> kept.name
    on conflict do nothing
  `);
  await tx.execute(
    sql`update agent_identifiers set agent_id = p.into_id from ${pairs} p where agent_id = p.from_id`,
  );
  await tx.execute(sql`
    update retired_slugs set owner_id = p.into_id from ${pairs} p where owner = 'agent' and owner_id = p.from_id
  `);
  await tx.execute(sql`
    insert into retired_slugs (owner, slug, owner_id)
    select 'agent', gone.slug, p.into_id from ${pairs} p join agents gone on gone.id = p.from_id
    on conflict do nothing
  `);
  await tx.execute(sql`
    insert into revisions (entity, entity_id, version, action, note, changes)
    select 'agent', p.from_id, 1 + coalesce((
      select max(v.version) from revisions v where v.entity = 'agent' and v.entity_id = p.from_id), 0), 'imported', p.note, '[]'
    from ${pairs} p
  `);
  await tx.execute(sql`delete from agents a using ${pairs} p where a.id = p.from_id`);
}

/** An id that is found to be another's than records took it for. */
export type Correction = { readonly identifier: string; readonly fromId: number; readonly intoId: number };

/**
 * Gives ids to those whom the authority file means by them. Ids of lists of single volumes ("frus1961-63v06#p_RD1") take along the
 * links of that volume's records, whose source ids begin with the same volume.
 */
export async function correctIdentifiers(tx: Transaction, corrections: readonly Correction[]) {
  for (const { identifier, fromId, intoId } of corrections) {
    const { scheme, value } = identifierOf(identifier);
    await tx.execute(sql`
      update agent_identifiers set agent_id = ${intoId} where scheme = ${scheme} and value = ${value}
    `);
    const [volume = "", local] = value.split("#");
    if (local === undefined) continue;
    // Namesakes of one volume cannot be told apart by it; their links stay where they are.
    const [other] = await tx.execute(sql`
      select from agent_identifiers
      where agent_id = ${fromId} and scheme = ${scheme} and starts_with(value, ${`${volume}#`}) limit 1
    `);
    if (other) continue;
    const isOfVolume = sql`record_id in (select id from records where starts_with(source_id, ${`${volume}/`}))`;
    await tx.execute(sql`
      insert into record_agents (record_id, agent_id, role, name_as_written, position)
      select record_id, ${intoId}, role, name_as_written, position from record_agents
      where agent_id = ${fromId} and ${isOfVolume} on conflict do nothing
    `);
    await tx.execute(sql`delete from record_agents where agent_id = ${fromId} and ${isOfVolume}`);
  }
}
