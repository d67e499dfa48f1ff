import "server-only";
import { notFound } from "next/navigation";
import { db } from "@/db/client";
import {
  countRecordsByStatus,
  findRecordState,
  listOpenDuplicates,
  listRecordsForCuration,
} from "@/db/queries/curation";
import { listAuthorities } from "@/db/queries/authority-lists";
import { listFormChoices } from "@/db/queries/pickers";
import { blankDescription, findRecordDescription } from "@/db/queries/record-description";
import { listRevisions } from "@/db/queries/revisions";
import type { Curator } from "@/lib/archive/curator";
import { may, rightToDescribe } from "@/lib/archive/permissions";
import type { RecordStatus } from "@/lib/archive/vocabulary";
import { requireCurator } from "@/lib/auth/curator";
import { draftOf } from "@/lib/records/draft";
import { fieldLabel, linkListNames } from "@/lib/records/fields";
import { findIndexStatus } from "@/lib/search/status";
import { mayCreate, resolveRelations } from "./additions";
import { recordListHref, type RecordListState } from "./list-state";
import { valueInWords } from "./wording";

const onDesk = { offset: 0, limit: 8 };
const failuresOnDesk = 10;
const pageSize = 50;

/** The work list: what waits for this curator and for everyone. */
export async function loadDesk() {
  const curator = await requireCurator("record.read-unpublished", "/admin");
  const [drafts, inReview, recent, duplicates, counts, index] = await Promise.all([
    listRecordsForCuration({ status: "draft", userId: curator.id }, "updated", onDesk),
    listRecordsForCuration({ status: "in_review" }, "updated", onDesk),
    listRecordsForCuration({}, "updated", onDesk),
    listOpenDuplicates(onDesk.limit),
    countRecordsByStatus(),
    findIndexStatus(failuresOnDesk),
  ]);
  const mayMend = may(curator, "search.mend");
  return { curator, drafts, inReview, recent, duplicates, counts, index, mayMend };
}

/** A page of the list of all records, and the collections it can be narrowed to. */
export async function loadRecordList(state: RecordListState) {
  const curator = await requireCurator("record.read-unpublished", recordListHref(state));
  const filter = {
    text: state.text || undefined,
    status: state.status ?? undefined,
    collectionId: state.collection ?? undefined,
    userId: state.isMine ? curator.id : undefined,
  };
  const page = { offset: (state.page - 1) * pageSize, limit: pageSize };
  const [{ rows, total }, collections] = await Promise.all([
    listRecordsForCuration(filter, state.sort, page),
    listAuthorities("collection", "", { offset: 0, limit: 500 }),
  ]);
  return {
    rows,
    total,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    collections: collections.rows,
    mayCreate: may(curator, "record.describe"),
  };
}

/** What this curator may do with a record in this status: the form offers nothing else. */
function rightsOn(status: RecordStatus | null, by: Curator) {
  const mayEdit = may(by, rightToDescribe(status));
  return {
    mayEdit,
    mayPublish: mayEdit && may(by, "record.publish"),
    mayWithdraw: status === "published" && may(by, "record.withdraw"),
    mayCreate: linkListNames.filter((list) => mayCreate(list, by)),
  };
}

/** What the form of a new record needs. */
export async function loadNewRecord() {
  const curator = await requireCurator("record.describe", "/admin/records/new");
  const choices = await listFormChoices();
  return { draft: draftOf(blankDescription("")), choices, rights: rightsOn(null, curator) };
}

/** What the form of a record needs; curators who may not change it see it all the same. */
export async function loadRecordForEditing(id: number) {
  const curator = await requireCurator("record.read-unpublished", `/admin/records/${id}`);
  const [state, description, choices] = await Promise.all([
    findRecordState(id),
    findRecordDescription(db(), id),
    listFormChoices(),
  ]);
  if (!state || !description) notFound();
  const draft = await resolveRelations(draftOf(description), id);
  return { state, draft, choices, rights: rightsOn(state.status, curator) };
}

/** What the page for withdrawing a record needs; a record that is not published has none. */
export async function loadRecordToWithdraw(id: number) {
  await requireCurator("record.withdraw", `/admin/records/${id}/withdraw`);
  const state = await findRecordState(id);
  if (state?.status !== "published") notFound();
  return state;
}

/** A page of a record's history, each change in words. */
export async function loadRecordHistory(id: number, page: number) {
  await requireCurator("record.read-unpublished", `/admin/records/${id}/history`);
  const [state, found] = await Promise.all([
    findRecordState(id),
    // One more than shown tells whether there is another page.
    listRevisions("record", id, { offset: (page - 1) * pageSize, limit: pageSize + 1 }),
  ]);
  if (!state) notFound();
  const revisions = found.slice(0, pageSize).map((revision) => ({
    ...revision,
    changes: revision.changes.map(({ field, before, after }) => ({
      label: fieldLabel(field),
      before: valueInWords(before),
      after: valueInWords(after),
    })),
  }));
  return { state, revisions, hasMore: found.length > pageSize };
}
