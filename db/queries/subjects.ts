import { eq } from "drizzle-orm";
import { db } from "../client";
import { subjects } from "../schema";

/** A subject heading; null when there is none of this slug or id. */
export async function findSubject(key: { slug: string } | { id: number }) {
  const [subject] = await db()
    .select({ id: subjects.id, slug: subjects.slug, name: subjects.name, scopeNote: subjects.scopeNote })
    .from(subjects)
    .where("slug" in key ? eq(subjects.slug, key.slug) : eq(subjects.id, key.id));
  return subject ?? null;
}
