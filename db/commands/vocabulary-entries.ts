import { eq, or } from "drizzle-orm";
import { authoritiesTag } from "@/lib/archive/cache-tags";
import { assertMay, type Actor } from "@/lib/archive/permissions";
import { slugOf } from "@/lib/archive/slug";
import { db } from "../client";
import { documentTypes, donors, publishers } from "../schema";
import { expireTags } from "./expire-tags";

const tables = { documentType: documentTypes, donor: donors, publisher: publishers };

/** Lists that grow with the records and whose entries are nothing but a name. */
export type VocabularyKind = keyof typeof tables;

/** The entry of this name, made when there is none; two names that differ in case or accents alone share a slug and are one. */
export async function enterVocabulary(
  kind: VocabularyKind,
  name: string,
  by: Actor,
): Promise<{ id: number; name: string }> {
  assertMay(by, "authority.create");
  const table = tables[kind];
  return db().transaction(async (tx) => {
    const slug = slugOf(name);
    const [created] = await tx
      .insert(table)
      .values({ name, slug })
      .onConflictDoNothing()
      .returning({ id: table.id, name: table.name });
    if (created) {
      await expireTags(tx, [authoritiesTag]);
      return created;
    }
    const [known] = await tx
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(or(eq(table.slug, slug), eq(table.name, name)));
    if (!known) throw new Error(`"${name}" could not be entered.`);
    return known;
  });
}
