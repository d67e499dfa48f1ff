import { desc, sql } from "drizzle-orm";
import type { VocabularyKind } from "@/lib/archive/vocabulary-kinds";
import { db } from "../client";
import { records } from "../schema";
import { isPublished, listedColumns } from "./listed-records";

/** The records that were published last, newest first. */
export async function listNewestRecords(limit: number) {
  return db()
    .select(listedColumns)
    .from(records)
    .where(isPublished)
    .orderBy(desc(records.firstPublishedAt), desc(records.id))
    .limit(limit);
}

/** The days bound the dated records; null where none is dated. */
export type Holdings = { readonly firstDay: number | null; readonly lastDay: number | null } & Record<
  | "records"
  | "collections"
  | "people"
  | "organisations"
  | "places"
  | "subjects"
  | "repositories"
  | "texts"
  | "themes"
  | VocabularyKind,
  number
>;

/** How much readers can find, counted over what is published; the days bound its dated records. */
export async function countHoldings(): Promise<Holdings> {
  const [row] = await db().execute<Holdings>(sql`
    with published as (select id, date_earliest, date_latest from ${records} where status = 'published'),
    named as (
      select kind, count(*)::integer as agents from agents
      where exists (select 1 from record_agents ra join published p on p.id = ra.record_id where ra.agent_id = agents.id)
      group by kind)
    select
      (select count(*)::integer from published) as records,
      (select count(*)::integer from collections where is_published) as collections,
      (select coalesce(sum(agents), 0)::integer from named where kind = 'person') as people,
      (select coalesce(sum(agents), 0)::integer from named where kind <> 'person') as organisations,
      (select count(distinct place_id)::integer from record_places join published on id = record_id) as places,
      (select count(distinct subject_id)::integer from record_subjects join published on id = record_id) as subjects,
      (select count(distinct repository_id)::integer from archival_references a join published p on p.id = a.record_id) as repositories,
      (select count(*)::integer from texts t join published p on p.id = t.record_id) as texts,
      (select count(*)::integer from themes where is_published) as themes,
      (select count(distinct language_code)::integer from record_languages join published on id = record_id) as language,
      (select count(distinct document_type_id)::integer from record_document_types join published on id = record_id) as "document-type",
      (select count(distinct classification_id)::integer from record_classifications join published on id = record_id) as classification,
      (select count(distinct donor_id)::integer from record_donors join published on id = record_id) as donor,
      (select count(distinct publisher_id)::integer from record_publishers join published on id = record_id) as publisher,
      (select min(date_earliest) filter (where date_earliest > -999999999) from published) as "firstDay",
      (select max(date_latest) filter (where date_latest < 999999999) from published) as "lastDay"`);
  if (!row) throw new Error("The database counted nothing.");
  return row;
}
