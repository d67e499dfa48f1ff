import { eq, sql } from "drizzle-orm";
import { recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { spanOf } from "@/lib/archive/edtf";
import { actorId, assertMay, rightToDescribe, type Actor } from "@/lib/archive/permissions";
import type { RecordStatus, RevisionAction } from "@/lib/archive/vocabulary";
import { db, type Transaction } from "../client";
import { findRecordDescription, type RecordDescription } from "../queries/record-description";
import { records } from "../schema";
import { expireTags } from "./expire-tags";
import { writeRecordLinks } from "./record-links";
import { changesBetween, keepRevision } from "./revisions";
import { reindexRecords } from "./index-jobs";
import { freeSlug, retireSlug } from "./slugs";

/** The outcome of a change: the record as it now stands, or why nothing was changed. */
export type Change =
  | { ok: true; id: number; slug: string; version: number; status: RecordStatus; tags: string[] }
  | { ok: false; reason: "gone" }
  | { ok: false; reason: "conflict"; version: number; current: RecordDescription };

/** The columns of a description; dates get their derived bounds here, so that no caller can store them apart. */
export function columnsOf(description: RecordDescription) {
  const span = description.dateEdtf === null ? null : spanOf(description.dateEdtf);
  return {
    title: description.title,
    summary: description.summary,
    dateExpression: description.dateExpression,
    dateEdtf: span === null ? null : description.dateEdtf,
    dateEarliest: span?.earliest ?? null,
    dateLatest: span?.latest ?? null,
    eventDateEdtf: description.eventDateEdtf,
    receivedDateEdtf: description.receivedDateEdtf,
    releaseDateEdtf: description.releaseDateEdtf,
    sourceCitation: description.sourceCitation,
    sourceUri: description.sourceUri,
    extent: description.extent,
    custodialHistory: description.custodialHistory,
    acquisitionSource: description.acquisitionSource,
    accessConditions: description.accessConditions,
    useConditions: description.useConditions,
    note: description.note,
    curatorNote: description.curatorNote,
    rightsId: description.rights?.id ?? null,
  };
}

/** Tags of every page that shows a record described so. */
function tagsOf(id: number, description: RecordDescription): string[] {
  return [
    recordsTag,
    tagOf("record", id),
    ...description.collections.map((link) => tagOf("collection", link.id)),
    ...description.agents.map((link) => tagOf("agent", link.id)),
    ...description.places.map((link) => tagOf("place", link.id)),
    ...description.subjects.map((link) => tagOf("subject", link.id)),
    ...description.references.flatMap(({ repository }) =>
      repository ? [tagOf("repository", repository.id)] : [],
    ),
    ...description.relations.map((relation) => tagOf("record", relation.relatedId)),
  ];
}

/**
 * Describes a new record as a draft, in one transaction with its revision, its search vectors and its index job. An import may
 * set `id`, so that a takeover keeps the old number, and `sourceId`.
 */
export async function describeNewRecord(
  description: RecordDescription,
  by: Actor,
  origin: { action?: "created" | "imported"; note?: string; id?: number; sourceId?: string } = {},
) {
  assertMay(by, "record.describe");
  return db().transaction(async (tx) => {
    const slug = await freeSlug(tx, "record", description.slug ?? description.title);
    const [row] = await tx
      .insert(records)
      .values({
        ...columnsOf(description),
        slug,
        ...(origin.id === undefined ? {} : { id: origin.id }),
        sourceId: origin.sourceId ?? null,
        createdBy: actorId(by),
        updatedBy: actorId(by),
      })
      .returning({ id: records.id });
    if (!row) throw new Error("The new record was not stored.");
    await writeRecordLinks(tx, row.id, description);
    const action = origin.action ?? "created";
    const change = await conclude(tx, { id: row.id, action, before: null, by, note: origin.note });
    if (!change.ok) throw new Error("The new record was not stored.");
    return change;
  });
}

/**
 * Changes the description of a record that is still at `version`. A record somebody else has saved meanwhile is left alone and
 * comes back as a conflict with its present description. A published record's change is public at commit.
 */
export async function describeRecord(
  id: number,
  version: number,
  description: RecordDescription,
  by: Actor,
  note?: string,
): Promise<Change> {
  return changeRecord(id, version, by, async (tx, before, { status, isKnown }) => {
    assertMay(by, rightToDescribe(status));
    const followsTitle =
      status === "draft" && description.slug === before.slug && description.title !== before.title;
    const slug = await freeSlug(
      tx,
      "record",
      followsTitle ? description.title : (description.slug ?? description.title),
      id,
    );
    if (isKnown && before.slug !== null && before.slug !== slug) {
      await retireSlug(tx, "record", id, before.slug, slug);
    }
    await tx
      .update(records)
      .set({ ...columnsOf(description), slug })
      .where(eq(records.id, id));
    await writeRecordLinks(tx, id, description);
    return { action: "edited", note };
  });
}

/** Shows a record to the public: a draft for the first time, a withdrawn one again. */
export async function publishRecord(id: number, version: number, by: Actor): Promise<Change> {
  assertMay(by, "record.publish");
  return changeRecord(id, version, by, async (tx, _, { status }) => {
    await tx
      .update(records)
      .set({
        status: "published",
        firstPublishedAt: sql`coalesce(${records.firstPublishedAt}, now())`,
        withdrawnAt: null,
        withdrawnReason: null,
      })
      .where(eq(records.id, id));
    return { action: status === "withdrawn" ? "reinstated" : "published" };
  });
}

/** Takes a published record out of public view; its address then answers 410 with the reason. */
export async function withdrawRecord(
  id: number,
  version: number,
  reason: string,
  by: Actor,
): Promise<Change> {
  assertMay(by, "record.withdraw");
  return changeRecord(id, version, by, async (tx) => {
    await tx
      .update(records)
      .set({ status: "withdrawn", withdrawnAt: sql`now()`, withdrawnReason: reason })
      .where(eq(records.id, id));
    return { action: "withdrawn", note: reason };
  });
}

/** Hands a draft to an editor; a record that is none stays as it is. */
export async function submitRecord(id: number, version: number, by: Actor): Promise<Change> {
  assertMay(by, "record.describe");
  return changeRecord(id, version, by, async (tx, _, { status }) => {
    if (status !== "draft") return null;
    await tx.update(records).set({ status: "in_review" }).where(eq(records.id, id));
    return { action: "submitted" };
  });
}

type Step = (
  tx: Transaction,
  before: RecordDescription,
  present: {
    status: RecordStatus;
    /** Whether its address was ever public and may stand in somebody's footnote. */
    isKnown: boolean;
  },
) => Promise<{ action: RevisionAction; note?: string | undefined } | null>;

/**
 * One change of one record: locks it, checks the version, changes, and writes revision, index job and notices with it. A step
 * that returns null has changed nothing.
 */
async function changeRecord(id: number, version: number, by: Actor, step: Step): Promise<Change> {
  return db().transaction(async (tx) => {
    const [row] = await tx
      .select({
        slug: records.slug,
        version: records.version,
        status: records.status,
        firstPublishedAt: records.firstPublishedAt,
      })
      .from(records)
      .where(eq(records.id, id))
      // Not so strictly that another record cannot be related to this one meanwhile: two that name each other would wait for ever.
      .for("no key update");
    const before = row && (await findRecordDescription(tx, id));
    if (!before) return { ok: false, reason: "gone" };
    if (row.version !== version)
      return { ok: false, reason: "conflict", version: row.version, current: before };
    const done = await step(tx, before, {
      status: row.status,
      isKnown: row.firstPublishedAt !== null,
    });
    if (done === null) return { ok: true, id, slug: row.slug, version, status: row.status, tags: [] };
    await tx
      .update(records)
      .set({ version: version + 1, updatedBy: actorId(by) })
      .where(eq(records.id, id));
    return conclude(tx, { id, before, by, ...done, wasPublic: row.status === "published" });
  });
}

type Ending = {
  id: number;
  action: RevisionAction;
  before: RecordDescription | null;
  by: Actor;
  note?: string | undefined;
  wasPublic?: boolean;
};

async function conclude(
  tx: Transaction,
  { id, action, before, by, note, wasPublic = false }: Ending,
): Promise<Change> {
  const after = await findRecordDescription(tx, id);
  const [row] = await tx
    .select({ slug: records.slug, version: records.version, status: records.status })
    .from(records)
    .where(eq(records.id, id));
  if (!after || !row) return { ok: false, reason: "gone" };
  const changes = changesBetween(before, after);
  await keepRevision(
    tx,
    { entity: "record", entityId: id, version: row.version, action, changes, note: note ?? null },
    by,
  );
  await reindexRecords(tx, [id]);
  const isPublic = wasPublic || row.status === "published" || row.status === "withdrawn";
  const tags = isPublic ? [...new Set([...(before ? tagsOf(id, before) : []), ...tagsOf(id, after)])] : [];
  await expireTags(tx, tags);
  return { ok: true, id, ...row, tags };
}
