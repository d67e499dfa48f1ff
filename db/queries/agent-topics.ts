import { sql } from "drizzle-orm";
import { db } from "../client";
import { places, recordAgents, recordPlaces, records, recordSubjects, subjects } from "../schema";
import { knownDay } from "./date-conditions";
import { isPublished } from "./listed-records";

/** The published records that name an agent, once each, and whether the agent wrote them. */
const recordsOf = (id: number) => sql`mine as (
  select ra.record_id, bool_or(ra.role = 'author') as is_author, min(${knownDay}) as day from ${recordAgents} ra
  join ${records} on ${records.id} = ra.record_id and ${isPublished}
  where ra.agent_id = ${id} group by ra.record_id)`;

/** An agent's published records by the year their date begins in, earliest first; undated ones are left out. */
export async function countAgentYears(id: number): Promise<{ year: number; records: number }[]> {
  const rows = await db().execute<{ year: number; records: number }>(sql`
    with ${recordsOf(id)}
    select floor(day / 10000.0)::integer as year, count(*)::integer as records
    from mine where day is not null group by 1 order by 1`);
  return [...rows];
}

export type AgentPlace = {
  readonly slug: string;
  readonly name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Records that the agent wrote at the place, and records about it that name the agent. */
  readonly writtenAt: number;
  readonly about: number;
};

/** The places from which an agent wrote, and which the records that name it are about, those of most records first. */
export async function listAgentPlaces(id: number, limit: number): Promise<AgentPlace[]> {
  const rows = await db().execute<AgentPlace & Record<string, unknown>>(sql`
    with ${recordsOf(id)}, counted as (
      select rp.place_id, (count(*) filter (where rp.role = 'written_at'))::integer as written_at,
        (count(*) filter (where rp.role = 'about'))::integer as about
      from mine join ${recordPlaces} rp on rp.record_id = mine.record_id
      where rp.role = 'about' or mine.is_author
      group by rp.place_id order by count(*) desc, rp.place_id limit ${limit})
    select p.slug, p.name, p.latitude, p.longitude, c.written_at as "writtenAt", c.about
    from counted c join ${places} p on p.id = c.place_id
    order by c.written_at + c.about desc, lower(p.name), p.id`);
  return [...rows];
}

/** The headings that the records of an agent carry most often. */
export async function listAgentSubjects(
  id: number,
  limit: number,
): Promise<{ slug: string; name: string; records: number }[]> {
  const rows = await db().execute<{ slug: string; name: string; records: number }>(sql`
    with ${recordsOf(id)}, counted as (
      select rs.subject_id, count(*)::integer as records
      from mine join ${recordSubjects} rs on rs.record_id = mine.record_id
      group by rs.subject_id order by records desc, rs.subject_id limit ${limit})
    select s.slug, s.name, c.records from counted c join ${subjects} s on s.id = c.subject_id
    order by c.records desc, lower(s.name), s.id`);
  return [...rows];
}
