import { sqlPool } from "../client";

/** Numbers of the records that go by an id, as readers know ids: the public number, the end of the address, the source's own. */
export async function findRecordsById(id: string): Promise<number[]> {
  const sql = sqlPool();
  const number = /^[1-9]\d{0,9}$/.test(id) && Number(id) < 2 ** 31 ? Number(id) : null;
  const rows = await sql<{ id: number }[]>`
    select id from records where id = ${number}::integer or slug = ${id} or source_id = ${id}`;
  return rows.map((row) => row.id);
}

/** Codes of the languages that go by a code or an English name; "zh" also means "zh-Hant". */
export async function findLanguages(text: string): Promise<string[]> {
  const sql = sqlPool();
  const rows = await sql<{ code: string }[]>`
    select code from languages
    where lower(code) = lower(${text}) or starts_with(lower(code), lower(${text}) || '-') or lower(name) = lower(${text})`;
  return rows.map(({ code }) => code);
}

/** Numbers of the document types that are called so: by their address or by the words of their name. */
export async function findDocumentTypes(text: string): Promise<string[]> {
  const sql = sqlPool();
  const rows = await sql<{ id: string }[]>`
    select id::text from document_types
    where slug = lower(${text}) or to_tsvector('archive', name) @@ plainto_tsquery('archive', ${text})`;
  return rows.map(({ id }) => id);
}
