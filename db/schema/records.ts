import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { agentRoles, placeRoles, recordStatuses } from "@/lib/archive/vocabulary";
import { agents } from "./agents";
import { id, position, timestamps, uncertainDate } from "./columns";
import { places } from "./places";
import { subjects } from "./subjects";
import { users } from "./users";
import { classifications, documentTypes, donors, languages, publishers, rights } from "./vocabularies";

export const recordStatus = pgEnum("record_status", recordStatuses);
export const agentRole = pgEnum("agent_role", agentRoles);
export const placeRole = pgEnum("place_role", placeRoles);

/** A unit of description (ISAD(G)): one document that the archive describes and may show. */
export const records = pgTable(
  "records",
  {
    id: id(),
    slug: text().notNull().unique("records_slug_key"),
    /** The id its source gives it ("frus1961-63v11/d1"); makes imports repeatable. */
    sourceId: text().unique("records_source_id_key"),
    /** SHA-256 of the line it was last imported from; null for records described by hand. */
    sourceHash: text(),
    status: recordStatus().notNull().default("draft"),
    title: text().notNull(),
    summary: text(),
    ...uncertainDate,
    /** The event told of, the day of receipt and of release, each EDTF; the creation date above is the listed one. */
    eventDateEdtf: text(),
    receivedDateEdtf: text(),
    releaseDateEdtf: text(),
    /** The archival citation and credit line as the source words it. */
    sourceCitation: text(),
    /** Address of the record in the archive or edition it was taken from. */
    sourceUri: text(),
    extent: text(),
    custodialHistory: text(),
    acquisitionSource: text(),
    accessConditions: text(),
    useConditions: text(),
    rightsId: integer().references(() => rights.id),
    /** A note for readers, and one that only curators see. */
    note: text(),
    curatorNote: text(),
    /** Counts saves; a form posts the version it was opened with, so that two editors cannot overwrite each other. */
    version: integer().notNull().default(1),
    firstPublishedAt: timestamp({ withTimezone: true }),
    withdrawnAt: timestamp({ withTimezone: true }),
    /** Shown on the tombstone. */
    withdrawnReason: text(),
    createdBy: integer().references(() => users.id),
    updatedBy: integer().references(() => users.id),
    ...timestamps,
  },
  (t) => [
    // Lists by period read published records in date order; undated ones sort last.
    index("records_status_earliest_idx").on(t.status, t.dateEarliest, t.id),
    // The home page's newest records, and the "recently added" order.
    index("records_status_published_idx").on(t.status, t.firstPublishedAt, t.id),
    // The curators' work list, last touched first.
    index("records_updated_idx").on(t.updatedAt),
    check("records_title_present", sql`btrim(${t.title}) <> ''`),
    check("records_date_bounds", sql`${t.dateEarliest} <= ${t.dateLatest}`),
    check(
      "records_date_derived",
      sql`(${t.dateEdtf} is null) = (${t.dateEarliest} is null) and (${t.dateEdtf} is null) = (${t.dateLatest} is null)`,
    ),
    check("records_withdrawn_reason", sql`${t.status} <> 'withdrawn' or ${t.withdrawnReason} is not null`),
    check("records_published_once", sql`${t.status} <> 'published' or ${t.firstPublishedAt} is not null`),
  ],
);

/** Titles of the record in other languages than the catalogue's. */
export const recordTitles = pgTable(
  "record_titles",
  {
    id: id(),
    recordId: recordRef(),
    languageCode: text()
      .notNull()
      .references(() => languages.code),
    title: text().notNull(),
    position: position(),
  },
  (t) => [unique("record_titles_record_title_key").on(t.recordId, t.languageCode, t.title)],
);

function recordRef() {
  return integer()
    .notNull()
    .references(() => records.id, { onDelete: "cascade" });
}

/** Authority entries in use cannot be deleted under a record; they are merged instead. */
const restrict = { onDelete: "restrict" } as const;

export const recordAgents = pgTable(
  "record_agents",
  {
    recordId: recordRef(),
    agentId: integer()
      .notNull()
      .references(() => agents.id, restrict),
    role: agentRole().notNull(),
    /** The name as the document itself gives it, where that differs. */
    nameAsWritten: text(),
    position: position(),
  },
  (t) => [
    primaryKey({ name: "record_agents_pk", columns: [t.recordId, t.role, t.agentId] }),
    // An agent's page lists its records by role.
    index("record_agents_agent_idx").on(t.agentId, t.role),
  ],
);

export const recordPlaces = pgTable(
  "record_places",
  {
    recordId: recordRef(),
    placeId: integer()
      .notNull()
      .references(() => places.id, restrict),
    role: placeRole().notNull().default("about"),
    position: position(),
  },
  (t) => [
    primaryKey({ name: "record_places_pk", columns: [t.recordId, t.role, t.placeId] }),
    index("record_places_place_idx").on(t.placeId),
  ],
);

export const recordSubjects = pgTable(
  "record_subjects",
  {
    recordId: recordRef(),
    subjectId: integer()
      .notNull()
      .references(() => subjects.id, restrict),
    position: position(),
  },
  (t) => [
    primaryKey({ name: "record_subjects_pk", columns: [t.recordId, t.subjectId] }),
    index("record_subjects_subject_idx").on(t.subjectId),
  ],
);

/** Languages of the original. */
export const recordLanguages = pgTable(
  "record_languages",
  {
    recordId: recordRef(),
    languageCode: text()
      .notNull()
      .references(() => languages.code, restrict),
    position: position(),
  },
  (t) => [
    primaryKey({ name: "record_languages_pk", columns: [t.recordId, t.languageCode] }),
    index("record_languages_language_idx").on(t.languageCode),
  ],
);

export const recordDocumentTypes = pgTable(
  "record_document_types",
  {
    recordId: recordRef(),
    documentTypeId: integer()
      .notNull()
      .references(() => documentTypes.id, restrict),
    position: position(),
  },
  (t) => [
    primaryKey({ name: "record_document_types_pk", columns: [t.recordId, t.documentTypeId] }),
    index("record_document_types_type_idx").on(t.documentTypeId),
  ],
);

export const recordClassifications = pgTable(
  "record_classifications",
  {
    recordId: recordRef(),
    classificationId: integer()
      .notNull()
      .references(() => classifications.id, restrict),
    position: position(),
  },
  (t) => [
    primaryKey({ name: "record_classifications_pk", columns: [t.recordId, t.classificationId] }),
    index("record_classifications_classification_idx").on(t.classificationId),
  ],
);

export const recordDonors = pgTable(
  "record_donors",
  {
    recordId: recordRef(),
    donorId: integer()
      .notNull()
      .references(() => donors.id, restrict),
    position: position(),
  },
  (t) => [
    primaryKey({ name: "record_donors_pk", columns: [t.recordId, t.donorId] }),
    index("record_donors_donor_idx").on(t.donorId),
  ],
);

export const recordPublishers = pgTable(
  "record_publishers",
  {
    recordId: recordRef(),
    publisherId: integer()
      .notNull()
      .references(() => publishers.id, restrict),
    position: position(),
  },
  (t) => [
    primaryKey({ name: "record_publishers_pk", columns: [t.recordId, t.publisherId] }),
    index("record_publishers_publisher_idx").on(t.publisherId),
  ],
);
