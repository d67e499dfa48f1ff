import { asc, eq, sql } from "drizzle-orm";
import type {
  AgentRole,
  PlaceRole,
  RecordStatus,
  RelationKind,
  TextKind,
  TextMethod,
} from "@/lib/archive/vocabulary";
import { db } from "../client";
import { agents, digitalObjects, languages, records, rights, texts } from "../schema";
import type { ListedRow } from "./listed-records";

/** Where a public address leads: the record's own slug and whether readers may, or once could, read it. */
export type RecordAddress = {
  readonly id: number;
  readonly slug: string;
  readonly status: RecordStatus;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
};

/** The record of any status that answers to a slug or id; null when there is none. */
export async function findRecordAddress(
  key: { slug: string } | { id: number },
): Promise<RecordAddress | null> {
  const [row] = await db()
    .select({
      id: records.id,
      slug: records.slug,
      status: records.status,
      withdrawnAt: records.withdrawnAt,
      withdrawnReason: records.withdrawnReason,
    })
    .from(records)
    .where("slug" in key ? eq(records.slug, key.slug) : eq(records.id, key.id));
  return row ?? null;
}

/** One link of a record to an entry of an authority file or a controlled list. */
export type RecordLink =
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

/** Everything that the public page of a published record says, but for its neighbours and relations. */
export async function findPublishedRecord(id: number) {
  const [[record], links, titles, references, storedTexts, files] = await Promise.all([
    findDescription(id),
    listLinks(id),
    listTitles(id),
    listReferences(id),
    listTexts(id),
    listFiles(id),
  ]);
  if (record?.status !== "published") return null;
  return { ...record, links, titles, references, texts: storedTexts, files };
}

const findDescription = (id: number) =>
  db()
    .select({
      id: records.id,
      slug: records.slug,
      status: records.status,
      title: records.title,
      summary: records.summary,
      dateExpression: records.dateExpression,
      dateEdtf: records.dateEdtf,
      dateEarliest: records.dateEarliest,
      eventDateEdtf: records.eventDateEdtf,
      receivedDateEdtf: records.receivedDateEdtf,
      releaseDateEdtf: records.releaseDateEdtf,
      sourceCitation: records.sourceCitation,
      sourceUri: records.sourceUri,
      extent: records.extent,
      custodialHistory: records.custodialHistory,
      acquisitionSource: records.acquisitionSource,
      accessConditions: records.accessConditions,
      useConditions: records.useConditions,
      note: records.note,
      firstPublishedAt: records.firstPublishedAt,
      updatedAt: records.updatedAt,
      rights: { name: rights.name, statement: rights.statement, uri: rights.uri },
    })
    .from(records)
    .leftJoin(rights, eq(rights.id, records.rightsId))
    .where(eq(records.id, id));

/** All links in one round trip, each kind in its order on the page. */
async function listLinks(id: number): Promise<RecordLink[]> {
  const rows = await db().execute<RecordLink>(sql`
    select kind, slug, name, role, detail from (
      select 'agent' as kind, slug, name, role::text, name_as_written as detail, position, id
      from record_agents join agents on id = agent_id where record_id = ${id}
      union all
      select 'place', slug, name, role::text, null, position, id
      from record_places join places on id = place_id where record_id = ${id}
      union all
      select 'subject', slug, name, null, null, position, id
      from record_subjects join subjects on id = subject_id where record_id = ${id}
      union all
      select 'language', code, name, null, null, position, 0
      from record_languages join languages on code = language_code where record_id = ${id}
      union all
      select 'type', slug, name, null, null, position, id
      from record_document_types join document_types on id = document_type_id where record_id = ${id}
      union all
      select 'classification', slug, name, null, null, position, id
      from record_classifications join classifications on id = classification_id where record_id = ${id}
      union all
      select 'donor', slug, name, null, null, position, id
      from record_donors join donors on id = donor_id where record_id = ${id}
      union all
      select 'publisher', slug, name, null, null, position, id
      from record_publishers join publishers on id = publisher_id where record_id = ${id}
    ) links
    order by kind, position, id, name`);
  return [...rows];
}

export type RecordTitle = {
  readonly title: string;
  readonly languageCode: string;
  readonly language: string;
  readonly direction: string;
};

async function listTitles(id: number): Promise<RecordTitle[]> {
  const rows = await db().execute<RecordTitle>(sql`
    select title, code as "languageCode", name as language, direction
    from record_titles join languages on code = language_code
    where record_id = ${id} order by position, id`);
  return [...rows];
}

export type PublicReference = {
  readonly raw: string;
  readonly fonds: string | null;
  readonly series: string | null;
  readonly file: string | null;
  readonly folios: string | null;
  readonly repositorySlug: string | null;
  readonly repositoryName: string | null;
};

async function listReferences(id: number): Promise<PublicReference[]> {
  const rows = await db().execute<PublicReference>(sql`
    select a.raw, a.fonds, a.series, a.file, a.folios, r.slug as "repositorySlug", r.name as "repositoryName"
    from archival_references a left join repositories r on r.id = a.repository_id
    where a.record_id = ${id} order by a.position, a.id`);
  return [...rows];
}

export type PublicText = {
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
};

const listTexts = (id: number): Promise<PublicText[]> =>
  db()
    .select({
      id: texts.id,
      kind: texts.kind,
      method: texts.method,
      languageCode: texts.languageCode,
      language: languages.name,
      direction: languages.direction,
      credit: texts.credit,
      creditAgent: { slug: agents.slug, name: agents.name },
      sourceNote: texts.sourceNote,
      html: texts.html,
    })
    .from(texts)
    .innerJoin(languages, eq(languages.code, texts.languageCode))
    .leftJoin(agents, eq(agents.id, texts.creditAgentId))
    .where(eq(texts.recordId, id))
    .orderBy(asc(texts.position), asc(texts.id));

const listFiles = (id: number) =>
  db()
    .select({
      id: digitalObjects.id,
      fileName: digitalObjects.fileName,
      mediaType: digitalObjects.mediaType,
      byteSize: digitalObjects.byteSize,
      pageCount: digitalObjects.pageCount,
      width: digitalObjects.width,
      height: digitalObjects.height,
      alternativeText: digitalObjects.alternativeText,
      caption: digitalObjects.caption,
    })
    .from(digitalObjects)
    .where(eq(digitalObjects.recordId, id))
    .orderBy(asc(digitalObjects.position), asc(digitalObjects.id));

export type RelatedRow = ListedRow & {
  readonly kind: RelationKind;
  readonly direction: "forward" | "backward";
  readonly note: string | null;
};

/** Published records that this one relates to ("forward") or that relate to it ("backward"). */
export async function listRelatedRecords(id: number): Promise<RelatedRow[]> {
  const rows = await db().execute<RelatedRow>(sql`
    select l.kind, l.direction, l.note, r.slug, r.title, r.summary,
      r.date_expression as "dateExpression", r.date_edtf as "dateEdtf"
    from (
      select kind, 'forward' as direction, note, related_id as other_id from record_relations where record_id = ${id}
      union all
      select kind, 'backward', note, record_id from record_relations where related_id = ${id}
    ) l join ${records} r on r.id = l.other_id and r.status = 'published'
    order by l.kind, l.direction desc, r.date_earliest, r.id`);
  return [...rows];
}
