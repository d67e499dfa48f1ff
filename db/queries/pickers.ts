import { asc, inArray, sql, type SQL } from "drizzle-orm";
import { db } from "../client";
import {
  agentNames,
  agents,
  classifications,
  collections,
  documentTypes,
  donors,
  languages,
  placeNames,
  places,
  publishers,
  records,
  repositories,
  rights,
  subjects,
} from "../schema";

/** An entry that a curator may choose; ids are text because languages have codes. */
export type Candidate = {
  readonly id: string;
  readonly name: string;
  /** What tells it from its namesakes: who, where, under what. */
  readonly detail: string | null;
};

/** An entry that was looked for; exact when it bears the very name that was typed. */
export type Match = Candidate & { readonly isExact: boolean };

/** Each source lists id, name, detail, and one word form to find it by; an entry with variants stands in it several times. */
const sources = {
  agent: sql`
    select id::text, name, description as detail, name as form from ${agents}
    union all select a.id::text, a.name, a.description, n.name from ${agents} a join ${agentNames} n on n.agent_id = a.id`,
  place: sql`
    select p.id::text, p.name, above.name as detail, p.name as form
    from ${places} p left join ${places} above on above.id = p.parent_id
    union all
    select p.id::text, p.name, above.name, n.name
    from ${places} p join ${placeNames} n on n.place_id = p.id left join ${places} above on above.id = p.parent_id`,
  subject: sql`select id::text, name, scope_note as detail, name as form from ${subjects}`,
  collection: sql`
    select c.id::text, c.title as name, above.title as detail, c.title as form
    from ${collections} c left join ${collections} above on above.id = c.parent_id`,
  repository: sql`
    select id::text, name, abbreviation as detail, unnest(array[name, abbreviation] || other_names) as form from ${repositories}`,
  language: sql`select code as id, name, code as detail, unnest(array[name, code, iso639_2b]) as form from ${languages}`,
  documentType: sql`select id::text, name, null as detail, name as form from ${documentTypes}`,
  classification: sql`select id::text, name, null as detail, name as form from ${classifications}`,
  donor: sql`select id::text, name, null as detail, name as form from ${donors}`,
  publisher: sql`select id::text, name, null as detail, name as form from ${publishers}`,
} as const satisfies Record<string, SQL>;

export type PickerKind = keyof typeof sources;

/** A personal name is kept in heading order; people also type it in speaking order. */
function orders(text: string): string[] {
  const words = text.split(/\s+/);
  const last = words.pop();
  return words.length > 0 && !text.includes(",") ? [text, `${last}, ${words.join(" ")}`] : [text];
}

const plain = (text: SQL | string) => sql`lower(unaccent(${text}))`;

/**
 * Entries whose name or variant is the typed text, starts with it, holds its words or resembles it, best first. `isExact` marks
 * those that bear exactly this name, accents and case aside.
 */
export async function findCandidates(kind: PickerKind, typed: string, limit: number): Promise<Match[]> {
  const text = typed.trim().replaceAll(/\s+/g, " ").slice(0, 200);
  if (!text) return [];
  const exact = sql.join(
    orders(text).map((order) => sql`form = ${plain(order)}`),
    sql` or `,
  );
  const escaped = text.replaceAll(/[\\%_]/g, String.raw`\$&`);
  const words = sql.join(
    escaped.split(" ").map((word) => sql`form like ${plain(`%${word.replace(/,$/, "")}%`)}`),
    sql` and `,
  );
  const rows = await db().execute<{ id: string; name: string; detail: string | null; rank: number }>(sql`
    with forms as (
      select id, name, detail, ${plain(sql`form`)} as form from (${sources[kind]}) source where form is not null
    ),
    ranked as (
      select *, word_similarity(${plain(text)}, form) as likeness,
        case when ${exact} then 0 when form like ${plain(`${escaped}%`)} then 1 when ${words} then 2 else 3 end as rank
      from forms
    )
    select id, name, detail, min(rank) as rank
    from ranked where rank < 3 or likeness > 0.4
    group by id, name, detail
    order by min(rank), max(likeness) desc, name, id
    limit ${limit}
  `);
  return rows.map(({ rank, ...candidate }) => ({ ...candidate, isExact: Number(rank) === 0 }));
}

/** Records by id or present slug, of any status, for relations: what is asked for → id and title. */
export async function findRecordsByAddress(addresses: readonly string[]) {
  if (addresses.length === 0) return [];
  const ids = addresses.filter((address) => /^\d{1,9}$/.test(address)).map(Number);
  return db()
    .select({ id: records.id, slug: records.slug, title: records.title })
    .from(records)
    .where(
      sql`${inArray(records.slug, [...addresses])} or ${ids.length > 0 ? inArray(records.id, ids) : sql`false`}`,
    );
}

/** The short lists that forms offer whole. */
export async function listFormChoices() {
  const [languageRows, rightsRows, repositoryRows] = await Promise.all([
    db().select({ id: languages.code, name: languages.name }).from(languages).orderBy(asc(languages.name)),
    db().select({ id: rights.id, name: rights.name }).from(rights).orderBy(asc(rights.name)),
    db()
      .select({ id: repositories.id, name: repositories.name })
      .from(repositories)
      .orderBy(asc(repositories.name)),
  ]);
  const choices = (rows: readonly { id: string | number; name: string }[]) =>
    rows.map((row) => ({ id: String(row.id), name: row.name }));
  return {
    languages: choices(languageRows),
    rights: choices(rightsRows),
    repositories: choices(repositoryRows),
  };
}
