import { eq, sql } from "drizzle-orm";
import { db } from "../client";
import { records, recordSubjects, subjects } from "../schema";

/** A subject heading; null when there is none of this slug or id. */
export async function findSubject(key: { slug: string } | { id: number }) {
  const [subject] = await db()
    .select({ id: subjects.id, slug: subjects.slug, name: subjects.name, scopeNote: subjects.scopeNote })
    .from(subjects)
    .where("slug" in key ? eq(subjects.slug, key.slug) : eq(subjects.id, key.id));
  return subject ?? null;
}

/**
 * Headings that say the same of something else: those whose last part is this heading's ("Foreign relations" of other countries),
 * with the number of their own published records, most first. A heading of one part has none.
 */
export async function listRelatedSubjects(
  subject: { id: number; name: string },
  most: number,
): Promise<{ slug: string; name: string; records: number }[]> {
  const parts = subject.name.split("--");
  const last = parts.at(-1) ?? "";
  if (parts.length < 2) return [];
  const rows = await db().execute<{ slug: string; name: string; records: number }>(sql`
    select s.slug, s.name, (
      select count(*)::integer from ${recordSubjects} rs join ${records} r on r.id = rs.record_id and r.status = 'published'
      where rs.subject_id = s.id) as records
    from ${subjects} s
    where s.id <> ${subject.id} and s.name like '%--%' and right(s.name, ${last.length + 2}) = ${`--${last}`}
    order by records desc, lower(unaccent(s.name)) limit ${most}`);
  return [...rows];
}
