import { asc, eq, sql } from "drizzle-orm";
import type { AgentRole, PlaceRole, RelationKind, TextKind, TextMethod } from "@/lib/archive/vocabulary";
import type { Database, Transaction } from "../client";
import {
  agents,
  archivalReferences,
  classifications,
  collectionRecords,
  collections,
  documentTypes,
  donors,
  languages,
  places,
  publishers,
  recordAgents,
  recordClassifications,
  recordDocumentTypes,
  recordDonors,
  recordLanguages,
  recordPlaces,
  recordPublishers,
  recordRelations,
  records,
  recordSubjects,
  recordTitles,
  repositories,
  rights,
  subjects,
  texts,
} from "../schema";

/** Names are read along with ids for people who look at a revision later; writing ignores them. */
type Named<Id = number> = { readonly id: Id; readonly name?: string };

/** Everything a curator may say about a record, in the shape that forms post, imports build and revisions compare. */
export type RecordDescription = {
  readonly slug: string | null;
  readonly title: string;
  readonly summary: string | null;
  readonly dateExpression: string | null;
  readonly dateEdtf: string | null;
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
  readonly curatorNote: string | null;
  readonly rights: Named | null;
  readonly titles: readonly { readonly languageCode: string; readonly title: string }[];
  readonly agents: readonly (Named & { readonly role: AgentRole; readonly nameAsWritten: string | null })[];
  readonly places: readonly (Named & { readonly role: PlaceRole })[];
  readonly subjects: readonly Named[];
  readonly languages: readonly Named<string>[];
  readonly documentTypes: readonly Named[];
  readonly classifications: readonly Named[];
  readonly donors: readonly Named[];
  readonly publishers: readonly Named[];
  readonly collections: readonly Named[];
  readonly references: readonly ArchivalReference[];
  readonly relations: readonly {
    readonly relatedId: number;
    readonly kind: RelationKind;
    readonly note: string | null;
  }[];
  readonly texts: readonly DescribedText[];
};

type ArchivalReference = {
  readonly repository: Named | null;
  readonly raw: string;
  readonly fonds: string | null;
  readonly series: string | null;
  readonly file: string | null;
  readonly folios: string | null;
  readonly folioFrom: number | null;
  readonly folioTo: number | null;
};

export type DescribedText = {
  /** Null for a text that is not stored yet. */
  readonly id: number | null;
  readonly kind: TextKind;
  readonly languageCode: string;
  readonly method: TextMethod;
  /** The translator or transcriber: as an authority, or in words only. */
  readonly creditAgent: Named | null;
  readonly credit: string | null;
  readonly sourceNote: string | null;
  readonly html: string;
  readonly notes: readonly DescribedNote[];
};

/** A footnote; `<a href="#n3">` in the text refers to number 3. */
export type DescribedNote = {
  readonly number: number;
  /** The mark as the source prints it; null where that is the number, or nothing. */
  readonly label: string | null;
  readonly html: string;
};

/** A description with nothing in it but a title; forms, imports and tests start from it. */
export const blankDescription = (title: string): RecordDescription => ({
  slug: null,
  title,
  summary: null,
  dateExpression: null,
  dateEdtf: null,
  eventDateEdtf: null,
  receivedDateEdtf: null,
  releaseDateEdtf: null,
  sourceCitation: null,
  sourceUri: null,
  extent: null,
  custodialHistory: null,
  acquisitionSource: null,
  accessConditions: null,
  useConditions: null,
  note: null,
  curatorNote: null,
  rights: null,
  titles: [],
  agents: [],
  places: [],
  subjects: [],
  languages: [],
  documentTypes: [],
  classifications: [],
  donors: [],
  publishers: [],
  collections: [],
  references: [],
  relations: [],
  texts: [],
});

/** The present description of a record of any status, with the names of what it links to; null when there is no such record. */
export async function findRecordDescription(
  from: Database | Transaction,
  id: number,
): Promise<RecordDescription | null> {
  const [row] = await from
    .select({ record: records, rights: { id: rights.id, name: rights.name } })
    .from(records)
    .leftJoin(rights, eq(rights.id, records.rightsId))
    .where(eq(records.id, id));
  if (!row) return null;
  const { record } = row;
  return {
    slug: record.slug,
    title: record.title,
    summary: record.summary,
    dateExpression: record.dateExpression,
    dateEdtf: record.dateEdtf,
    eventDateEdtf: record.eventDateEdtf,
    receivedDateEdtf: record.receivedDateEdtf,
    releaseDateEdtf: record.releaseDateEdtf,
    sourceCitation: record.sourceCitation,
    sourceUri: record.sourceUri,
    extent: record.extent,
    custodialHistory: record.custodialHistory,
    acquisitionSource: record.acquisitionSource,
    accessConditions: record.accessConditions,
    useConditions: record.useConditions,
    note: record.note,
    curatorNote: record.curatorNote,
    rights: row.rights,
    ...(await findAuthorityLinks(from, id)),
    ...(await findVocabularyLinks(from, id)),
    ...(await findDependents(from, id)),
  };
}

async function findAuthorityLinks(from: Database | Transaction, id: number) {
  return {
    agents: await from
      .select({
        id: agents.id,
        name: agents.name,
        role: recordAgents.role,
        nameAsWritten: recordAgents.nameAsWritten,
      })
      .from(recordAgents)
      .innerJoin(agents, eq(agents.id, recordAgents.agentId))
      .where(eq(recordAgents.recordId, id))
      .orderBy(asc(recordAgents.role), asc(recordAgents.position), asc(agents.id)),
    places: await from
      .select({ id: places.id, name: places.name, role: recordPlaces.role })
      .from(recordPlaces)
      .innerJoin(places, eq(places.id, recordPlaces.placeId))
      .where(eq(recordPlaces.recordId, id))
      .orderBy(asc(recordPlaces.role), asc(recordPlaces.position), asc(places.id)),
    subjects: await from
      .select({ id: subjects.id, name: subjects.name })
      .from(recordSubjects)
      .innerJoin(subjects, eq(subjects.id, recordSubjects.subjectId))
      .where(eq(recordSubjects.recordId, id))
      .orderBy(asc(recordSubjects.position), asc(subjects.id)),
    collections: await from
      .select({ id: collections.id, name: collections.title })
      .from(collectionRecords)
      .innerJoin(collections, eq(collections.id, collectionRecords.collectionId))
      .where(eq(collectionRecords.recordId, id))
      .orderBy(asc(collections.id)),
  };
}

async function findVocabularyLinks(from: Database | Transaction, id: number) {
  return {
    languages: await from
      .select({ id: languages.code, name: languages.name })
      .from(recordLanguages)
      .innerJoin(languages, eq(languages.code, recordLanguages.languageCode))
      .where(eq(recordLanguages.recordId, id))
      .orderBy(asc(recordLanguages.position), asc(languages.code)),
    documentTypes: await from
      .select({ id: documentTypes.id, name: documentTypes.name })
      .from(recordDocumentTypes)
      .innerJoin(documentTypes, eq(documentTypes.id, recordDocumentTypes.documentTypeId))
      .where(eq(recordDocumentTypes.recordId, id))
      .orderBy(asc(recordDocumentTypes.position), asc(documentTypes.id)),
    classifications: await from
      .select({ id: classifications.id, name: classifications.name })
      .from(recordClassifications)
      .innerJoin(classifications, eq(classifications.id, recordClassifications.classificationId))
      .where(eq(recordClassifications.recordId, id))
      .orderBy(asc(recordClassifications.position), asc(classifications.id)),
    donors: await from
      .select({ id: donors.id, name: donors.name })
      .from(recordDonors)
      .innerJoin(donors, eq(donors.id, recordDonors.donorId))
      .where(eq(recordDonors.recordId, id))
      .orderBy(asc(recordDonors.position), asc(donors.id)),
    publishers: await from
      .select({ id: publishers.id, name: publishers.name })
      .from(recordPublishers)
      .innerJoin(publishers, eq(publishers.id, recordPublishers.publisherId))
      .where(eq(recordPublishers.recordId, id))
      .orderBy(asc(recordPublishers.position), asc(publishers.id)),
  };
}

async function findDependents(from: Database | Transaction, id: number) {
  return {
    titles: await from
      .select({ languageCode: recordTitles.languageCode, title: recordTitles.title })
      .from(recordTitles)
      .where(eq(recordTitles.recordId, id))
      .orderBy(asc(recordTitles.position), asc(recordTitles.id)),
    references: await from
      .select({
        repository: { id: repositories.id, name: repositories.name },
        raw: archivalReferences.raw,
        fonds: archivalReferences.fonds,
        series: archivalReferences.series,
        file: archivalReferences.file,
        folios: archivalReferences.folios,
        folioFrom: archivalReferences.folioFrom,
        folioTo: archivalReferences.folioTo,
      })
      .from(archivalReferences)
      .leftJoin(repositories, eq(repositories.id, archivalReferences.repositoryId))
      .where(eq(archivalReferences.recordId, id))
      .orderBy(asc(archivalReferences.position), asc(archivalReferences.id)),
    relations: await from
      .select({
        relatedId: recordRelations.relatedId,
        kind: recordRelations.kind,
        note: recordRelations.note,
      })
      .from(recordRelations)
      .where(eq(recordRelations.recordId, id))
      .orderBy(asc(recordRelations.id)),
    texts: await from
      .select({
        id: texts.id,
        kind: texts.kind,
        languageCode: texts.languageCode,
        method: texts.method,
        creditAgent: { id: agents.id, name: agents.name },
        credit: texts.credit,
        sourceNote: texts.sourceNote,
        html: texts.html,
        notes: sql<DescribedNote[]>`coalesce((
          select json_agg(json_build_object('number', n.number, 'label', n.label, 'html', n.html) order by n.position, n.id)
          from text_notes n where n.text_id = ${texts.id}), '[]')`,
      })
      .from(texts)
      .leftJoin(agents, eq(agents.id, texts.creditAgentId))
      .where(eq(texts.recordId, id))
      .orderBy(asc(texts.position), asc(texts.id)),
  };
}
