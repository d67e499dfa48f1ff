import type { ScannedFile } from "@/lib/archive/scan-pages";
import type {
  AgentRole,
  PlaceRole,
  RecordStatus,
  RelationKind,
  TextKind,
  TextMethod,
} from "@/lib/archive/vocabulary";
import { sqlPool } from "../client";
import type { ListedRow } from "./listed-records";

/** One link of a record to an entry of an authority file or a controlled list. */
type RecordLink =
  | {
      readonly kind: "agent";
      readonly slug: string;
      readonly name: string;
      readonly role: AgentRole;
      readonly detail: string | null;
    }
  | { readonly kind: "place"; readonly slug: string; readonly name: string; readonly role: PlaceRole }
  | {
      readonly kind: "subject" | "language" | "type" | "classification" | "donor" | "publisher";
      readonly slug: string;
      readonly name: string;
    };

type RecordTitle = {
  readonly title: string;
  readonly languageCode: string;
  readonly language: string;
  readonly direction: string;
};

type PublicReference = {
  readonly raw: string;
  readonly fonds: string | null;
  readonly series: string | null;
  readonly file: string | null;
  readonly folios: string | null;
  readonly hasFolioNumbers: boolean;
  readonly repositorySlug: string | null;
  readonly repositoryName: string | null;
};

type PublicText = {
  readonly id: number;
  readonly kind: TextKind;
  readonly method: TextMethod;
  readonly languageCode: string;
  readonly language: string;
  readonly direction: string;
  readonly credit: string | null;
  readonly creditAgent: { readonly slug: string; readonly name: string } | null;
  readonly sourceNote: string | null;
  readonly html: string;
  readonly notes: readonly PublicNote[];
};

/** A footnote; `<a href="#n3">` in the text refers to number 3, `label` is the mark that the source prints instead. */
type PublicNote = {
  readonly number: number;
  readonly label: string | null;
  readonly html: string;
  readonly plain: string;
};

/** A scan that another institution shows. */
type ExternalScan = { readonly uri: string; readonly label: string | null };

/** A published record that this one relates to ("forward") or that relates to it ("backward"). */
type RelatedRow = ListedRow & {
  readonly id: number;
  readonly kind: RelationKind;
  readonly direction: "forward" | "backward";
  readonly note: string | null;
};

/** Everything that the public page of a published record says, but for its neighbours. Instants are in ISO 8601. */
export type PublicRecord = ListedRow & {
  readonly id: number;
  readonly dateEarliest: number | null;
  readonly eventDateEdtf: string | null;
  readonly receivedDateEdtf: string | null;
  readonly releaseDateEdtf: string | null;
  readonly sourceCitation: string | null;
  readonly sourceUri: string | null;
  readonly extent: string | null;
  readonly custodialHistory: string | null;
  readonly acquisitionSource: string | null;
  readonly accessConditions: string | null;
  readonly useConditions: string | null;
  readonly note: string | null;
  readonly firstPublishedAt: string | null;
  readonly updatedAt: string;
  readonly rights: {
    readonly name: string;
    readonly statement: string | null;
    readonly uri: string | null;
  } | null;
  /** Each kind in its order on the page. */
  readonly links: readonly RecordLink[];
  readonly titles: readonly RecordTitle[];
  readonly references: readonly PublicReference[];
  readonly texts: readonly PublicText[];
  readonly files: readonly ScannedFile[];
  readonly externalScans: readonly ExternalScan[];
  readonly related: readonly RelatedRow[];
};

/** Where a public address leads: the record's own slug, whether readers may or once could read it, and what they may read. */
export type RecordAtAddress = {
  readonly id: number;
  readonly slug: string;
  readonly status: RecordStatus;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
  /** Null unless the record is published. */
  readonly published: PublicRecord | null;
};

/**
 * The record of any status that answers to a slug or id, with all of its page if it is published; null when there is none. One
 * statement, prepared once on each connection: a dozen small ones cost more to send than to answer.
 */
export async function findRecordAt(key: { slug: string } | { id: number }): Promise<RecordAtAddress | null> {
  const sql = sqlPool();
  const [row] = await sql<RecordAtAddress[]>`
    select a.id, a.slug, a.status, to_json(a.withdrawn_at) as "withdrawnAt", a.withdrawn_reason as "withdrawnReason",
      to_json(page) as published
    from records a left join lateral (
      select r.id, r.slug, r.title, r.summary, r.date_expression as "dateExpression", r.date_edtf as "dateEdtf",
        r.date_earliest as "dateEarliest", r.event_date_edtf as "eventDateEdtf",
        r.received_date_edtf as "receivedDateEdtf", r.release_date_edtf as "releaseDateEdtf",
        r.source_citation as "sourceCitation", r.source_uri as "sourceUri", r.extent,
        r.custodial_history as "custodialHistory", r.acquisition_source as "acquisitionSource",
        r.access_conditions as "accessConditions", r.use_conditions as "useConditions", r.note,
        r.first_published_at as "firstPublishedAt", r.updated_at as "updatedAt",
        (select to_json(x) from (select g.name, g.statement, g.uri from rights g where g.id = r.rights_id) x) as rights,
        ${linksOf(sql)} as links, ${titlesOf(sql)} as titles, ${referencesOf(sql)} as references,
        ${textsOf(sql)} as texts, ${filesOf(sql)} as files,
        ${externalScansOf(sql)} as "externalScans", ${relatedTo(sql)} as related
      from records r where r.id = a.id and r.status = 'published'
    ) page on true
    where ${"slug" in key ? sql`a.slug = ${key.slug}` : sql`a.id = ${key.id}`}`;
  return row ?? null;
}

type Sql = ReturnType<typeof sqlPool>;

// Each of these is a list in JSON of what belongs to the record `r`.

/** What the record `r` is linked to, for statements that read records whole. */
export const linksOf = (sql: Sql) => sql`coalesce((
  select json_agg(json_build_object('kind', kind, 'slug', slug, 'name', name, 'role', role, 'detail', detail)
    order by kind, position, id, name)
  from (
    select 'agent' as kind, e.slug, e.name, l.role::text as role, l.name_as_written as detail, l.position, e.id
    from record_agents l join agents e on e.id = l.agent_id where l.record_id = r.id
    union all
    select 'place', e.slug, e.name, l.role::text, null, l.position, e.id
    from record_places l join places e on e.id = l.place_id where l.record_id = r.id
    union all
    select 'subject', e.slug, e.name, null, null, l.position, e.id
    from record_subjects l join subjects e on e.id = l.subject_id where l.record_id = r.id
    union all
    select 'language', e.code, e.name, null, null, l.position, 0
    from record_languages l join languages e on e.code = l.language_code where l.record_id = r.id
    union all
    select 'type', e.slug, e.name, null, null, l.position, e.id
    from record_document_types l join document_types e on e.id = l.document_type_id where l.record_id = r.id
    union all
    select 'classification', e.slug, e.name, null, null, l.position, e.id
    from record_classifications l join classifications e on e.id = l.classification_id where l.record_id = r.id
    union all
    select 'donor', e.slug, e.name, null, null, l.position, e.id
    from record_donors l join donors e on e.id = l.donor_id where l.record_id = r.id
    union all
    select 'publisher', e.slug, e.name, null, null, l.position, e.id
    from record_publishers l join publishers e on e.id = l.publisher_id where l.record_id = r.id
  ) links), '[]')`;

const titlesOf = (sql: Sql) => sql`coalesce((
  select json_agg(json_build_object('title', t.title, 'languageCode', g.code, 'language', g.name, 'direction', g.direction)
    order by t.position, t.id)
  from record_titles t join languages g on g.code = t.language_code where t.record_id = r.id), '[]')`;

const referencesOf = (sql: Sql) => sql`coalesce((
  select json_agg(json_build_object('raw', e.raw, 'fonds', e.fonds, 'series', e.series, 'file', e.file, 'folios', e.folios,
    'hasFolioNumbers', e.folio_from is not null,
    'repositorySlug', h.slug, 'repositoryName', h.name) order by e.position, e.id)
  from archival_references e left join repositories h on h.id = e.repository_id where e.record_id = r.id), '[]')`;

const textsOf = (sql: Sql) => sql`coalesce((
  select json_agg(json_build_object('id', t.id, 'kind', t.kind, 'method', t.method, 'languageCode', g.code,
    'language', g.name, 'direction', g.direction, 'credit', t.credit,
    'creditAgent', (select to_json(x) from (select c.slug, c.name from agents c where c.id = t.credit_agent_id) x),
    'sourceNote', t.source_note, 'html', t.html, 'notes', coalesce((
      select json_agg(json_build_object('number', n.number, 'label', n.label, 'html', n.html, 'plain', n.plain) order by n.position, n.id)
      from text_notes n where n.text_id = t.id), '[]')) order by t.position, t.id)
  from texts t join languages g on g.code = t.language_code where t.record_id = r.id), '[]')`;

const filesOf = (sql: Sql) => sql`coalesce((
  select json_agg(json_build_object('id', f.id, 'fileName', f.file_name, 'mediaType', f.media_type, 'byteSize', f.byte_size,
    'sha256', f.sha256, 'sourceNote', f.source_note, 'isDerived', f.derived_at is not null,
    'pageCount', f.page_count, 'width', f.width, 'height', f.height, 'alternativeText', f.alternative_text,
    'caption', f.caption) order by f.position, f.id)
  from digital_objects f where f.record_id = r.id), '[]')`;

const externalScansOf = (sql: Sql) => sql`coalesce((
  select json_agg(json_build_object('uri', e.uri, 'label', e.label) order by e.position, e.id)
  from external_scans e where e.record_id = r.id), '[]')`;

const relatedTo = (sql: Sql) => sql`coalesce((
  select json_agg(json_build_object('id', o.id, 'kind', l.kind, 'direction', l.direction, 'note', l.note, 'slug', o.slug,
    'title', o.title, 'summary', o.summary, 'dateExpression', o.date_expression, 'dateEdtf', o.date_edtf)
    order by l.kind, l.direction desc, o.date_earliest, o.id)
  from (
    select kind, 'forward' as direction, note, related_id as other_id from record_relations where record_id = r.id
    union all
    select kind, 'backward', note, record_id from record_relations where related_id = r.id
  ) l join records o on o.id = l.other_id and o.status = 'published'), '[]')`;
