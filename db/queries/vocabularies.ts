import { sql, type SQL } from "drizzle-orm";
import type { VocabularyKind, VocabularySort } from "@/lib/archive/vocabulary-kinds";
import { db } from "../client";
import {
  classifications,
  documentTypes,
  donors,
  languages,
  publishers,
  recordClassifications,
  recordDocumentTypes,
  recordDonors,
  recordLanguages,
  recordPublishers,
  records,
} from "../schema";

/** Each list's table, the column its links hold, the one its addresses hold, its order of rank, and the table of links. */
const lists = {
  language: {
    table: languages,
    id: "code",
    key: "code",
    rank: "null::integer",
    uri: "null",
    links: recordLanguages,
    link: "language_code",
  },
  "document-type": {
    table: documentTypes,
    id: "id",
    key: "slug",
    rank: "null::integer",
    uri: "null",
    links: recordDocumentTypes,
    link: "document_type_id",
  },
  classification: {
    table: classifications,
    id: "id",
    key: "slug",
    rank: "e.rank",
    uri: "null",
    links: recordClassifications,
    link: "classification_id",
  },
  donor: {
    table: donors,
    id: "id",
    key: "slug",
    rank: "null::integer",
    uri: "uri",
    links: recordDonors,
    link: "donor_id",
  },
  publisher: {
    table: publishers,
    id: "id",
    key: "slug",
    rank: "null::integer",
    uri: "uri",
    links: recordPublishers,
    link: "publisher_id",
  },
} as const;

/** An entry by the part of its address, with the number of published records that carry it. */
export type CountedEntry = { readonly key: string; readonly name: string; readonly records: number };

/** The entries of a list that published records carry: by name, secrecy first where the list has an order of rank, or by number. */
export async function listVocabulary(kind: VocabularyKind, sort: VocabularySort): Promise<CountedEntry[]> {
  const { table, id, key, rank, links, link } = lists[kind];
  const byName = sql`${sql.raw(rank)} desc, lower(e.name), e.${sql.raw(id)}`;
  const rows = await db().execute<CountedEntry>(sql`
    select e.${sql.raw(key)} as key, e.name, counts.records
    from (
      select l.${sql.raw(link)} as entry, count(*)::integer as records
      from ${links} l join ${records} r on r.id = l.record_id and r.status = 'published'
      group by 1
    ) counts join ${table} e on e.${sql.raw(id)} = counts.entry
    order by ${sort === "records" ? sql`counts.records desc, ${byName}` : byName}`);
  return [...rows];
}

/** An entry at an address; null where the list has none of it. */
export async function findVocabularyEntry(
  kind: VocabularyKind,
  key: string,
): Promise<{ id: string; name: string; uri: string | null } | null> {
  const { table, id, key: column, uri } = lists[kind];
  const [row] = await db().execute<{ id: string; name: string; uri: string | null }>(sql`
    select ${sql.raw(id)}::text as id, name, ${sql.raw(uri)} as uri from ${table} where ${sql.raw(column)} = ${key}`);
  return row ?? null;
}

/** Whether a record carries an entry, given by the id that `findVocabularyEntry` answers. */
export function carriesEntry(kind: VocabularyKind, entryId: string): SQL {
  const { links, link } = lists[kind];
  const type = sql.raw(kind === "language" ? "text" : "integer");
  return sql`${records.id} in (select record_id from ${links} where ${sql.raw(link)} = ${entryId}::${type})`;
}
