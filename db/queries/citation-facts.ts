import type { AgentKind } from "@/lib/archive/vocabulary";
import { sqlPool } from "../client";

/** What citations need to know of a record beyond what its page shows. */
export type CitationFacts = {
  /** Authors, recipients, translators and editors in order; translators of its texts among them. */
  readonly agents: readonly {
    readonly role: "author" | "recipient" | "translator" | "editor";
    readonly name: string;
    readonly kind: AgentKind;
  }[];
  /** Where the original is kept, as the first of its references says. */
  readonly original: {
    readonly reference: string;
    readonly repository: string | null;
    readonly place: string | null;
  } | null;
  /** The published collections that are no part of an archive's own order, in which it stands, with the place it has there. */
  readonly collections: readonly {
    readonly title: string;
    readonly series: string | null;
    /** 0 where it has none. */
    readonly position: number;
  }[];
};

/** The facts for citations of a published record; null when there is no such record or readers may not see it. */
export const findCitationFacts = async (recordId: number): Promise<CitationFacts | null> =>
  (await listCitationFacts([recordId])).get(recordId) ?? null;

/** The facts for citations of those of these records that are published, by the record's id. */
export async function listCitationFacts(
  recordIds: readonly number[],
): Promise<ReadonlyMap<number, CitationFacts>> {
  if (recordIds.length === 0) return new Map();
  const sql = sqlPool();
  const rows = await sql<({ id: number } & CitationFacts)[]>`
    select r.id, coalesce((
      select json_agg(json_build_object('role', x.role, 'name', x.name, 'kind', x.kind) order by x.role, x.position, x.id)
      from (
        select l.role::text as role, a.name, a.kind, min(l.position) as position, a.id
        from (
          select role::text as role, agent_id, position from record_agents
          where record_id = r.id and role in ('author', 'recipient', 'translator', 'editor')
          union all
          select 'translator', credit_agent_id, 1000 + position from texts
          where record_id = r.id and kind = 'translation' and credit_agent_id is not null
        ) l join agents a on a.id = l.agent_id
        group by l.role, a.id
      ) x), '[]') as agents,
      (
        select json_build_object('reference', e.raw, 'repository', h.name, 'place', p.name)
        from archival_references e left join repositories h on h.id = e.repository_id left join places p on p.id = h.place_id
        where e.record_id = r.id order by e.position, e.id limit 1
      ) as original,
      coalesce((
        select json_agg(json_build_object('title', c.title, 'series', above.title, 'position', m.position) order by c.position, c.id)
        from collection_records m
        join collections c on c.id = m.collection_id and c.is_published and c.level = 'collection'
        left join collections above on above.id = c.parent_id and above.is_published
        where m.record_id = r.id), '[]') as collections
    from records r where r.id = any(${[...recordIds]}::integer[]) and r.status = 'published'`;
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
