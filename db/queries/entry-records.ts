import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "../client";
import { agents, places, recordAgents, recordPlaces, records, recordSubjects, subjects } from "../schema";
import { knownDay } from "./date-conditions";
import { isPublished } from "./listed-records";

/** Entries whose records are looked at together: places or subjects, several ids for one and everything below it. */
export type EntryIds = { readonly by: "place" | "subject"; readonly ids: readonly number[] };

const linked = ({ by, ids }: EntryIds) =>
  by === "place"
    ? db()
        .select({ id: recordPlaces.recordId })
        .from(recordPlaces)
        .where(inArray(recordPlaces.placeId, [...ids]))
    : db()
        .select({ id: recordSubjects.recordId })
        .from(recordSubjects)
        .where(inArray(recordSubjects.subjectId, [...ids]));

/** The published records of the entries by the year in which their date begins; null gathers those without a known day. */
export async function countEntryYears(
  entries: EntryIds,
): Promise<{ year: number | null; records: number }[]> {
  return db()
    .select({
      year: sql<number | null>`floor(${knownDay} / 10000.0)::integer`,
      records: sql<number>`count(*)::integer`,
    })
    .from(records)
    .where(and(isPublished, inArray(records.id, linked(entries))))
    .groupBy(sql`1`)
    .orderBy(sql`1 asc nulls last`);
}

/** The people and organisations that the most published records of the entries name, with the number of those records. */
export async function listEntryAgents(entries: EntryIds, most: number) {
  const count = sql<number>`count(distinct ${recordAgents.recordId})::integer`;
  return db()
    .select({ slug: agents.slug, name: agents.name, description: agents.description, records: count })
    .from(recordAgents)
    .innerJoin(records, eq(records.id, recordAgents.recordId))
    .innerJoin(agents, eq(agents.id, recordAgents.agentId))
    .where(and(isPublished, inArray(recordAgents.recordId, linked(entries))))
    .groupBy(agents.id)
    .orderBy(desc(count), asc(agents.name))
    .limit(most);
}

/** Ids of the places or subjects that have the words in their name or, places, in another name, accents and case aside. */
export async function listIdsCalled(kind: "place" | "subject", words: string): Promise<number[]> {
  const pattern = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const rows = await db().execute<{ id: number }>(
    kind === "subject"
      ? sql`select id from ${subjects} where unaccent(replace(name, '--', ' — ')) ilike unaccent(${pattern})
          or unaccent(name) ilike unaccent(${pattern})`
      : sql`select id from ${places} where unaccent(name) ilike unaccent(${pattern})
          union select place_id from place_names where unaccent(name) ilike unaccent(${pattern})`,
  );
  return rows.map(({ id }) => id);
}
