import {
  describeNewRecord,
  describeRecord,
  publishRecord as publish,
  submitRecord as submit,
  withdrawRecord as withdraw,
  type Change,
} from "@/db/commands/records";
import { changesBetween } from "@/db/commands/revisions";
import { db } from "@/db/client";
import { findRecordState } from "@/db/queries/curation";
import { findRecordDescription, type RecordDescription } from "@/db/queries/record-description";
import type { Curator } from "@/lib/archive/curator";
import { settleCaches } from "@/lib/cache/expire";
import { essenceOf } from "./essence";
import type { ReverseRelation } from "./form";

/** What is done with a record once its description is saved. */
export const savingSteps = ["save", "publish", "submit"] as const;
export type SavingStep = (typeof savingSteps)[number];

/** The record that is saved, at the version its form was opened with; a new one has neither yet. */
export type SavedRecord = { readonly id: number; readonly version: number } | null;

/**
 * Saves a description and, if asked, publishes the record or hands it in. A description that changes nothing is not written, so
 * that histories hold changes only. When it returns, this process shows no older page.
 */
export async function saveRecord(
  record: SavedRecord,
  description: RecordDescription,
  step: SavingStep,
  by: Curator,
): Promise<Change> {
  const saved = await settled(
    record === null
      ? await describeNewRecord(description, by)
      : await describeIfChanged(record, description, by),
  );
  if (!saved.ok || step === "save") return saved;
  if (step === "submit") return settled(await submit(saved.id, saved.version, by));
  return saved.status === "published" ? saved : settled(await publish(saved.id, saved.version, by));
}

/** Takes a published record out of public view, with the reason readers will see. */
export async function withdrawRecord(id: number, version: number, reason: string, by: Curator) {
  return settled(await withdraw(id, version, reason, by));
}

/** Shows a withdrawn record, or a draft, to the public as it stands. */
export async function publishRecord(id: number, version: number, by: Curator) {
  return settled(await publish(id, version, by));
}

/** How often a relation is tried again when the other record is saved by somebody else at the same moment. */
const mostTries = 3;

/**
 * Gives other records their relations to this one, each as an edit of that record with a revision of its own. A relation that is
 * there already, or whose record is gone, is passed over.
 */
export async function relateOthers(id: number, relations: readonly ReverseRelation[], by: Curator) {
  for (const { from, kind, note } of relations) {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const [state, current] = await Promise.all([findRecordState(from), findRecordDescription(db(), from)]);
      const isThere = current?.relations.some((one) => one.kind === kind && one.relatedId === id);
      if (!state || !current || isThere) break;
      const said = [...current.relations, { kind, relatedId: id, note }];
      const change = await describeRecord(from, state.version, { ...current, relations: said }, by);
      if ((await settled(change)).ok) break;
    }
  }
}

async function describeIfChanged(
  { id, version }: { id: number; version: number },
  description: RecordDescription,
  by: Curator,
): Promise<Change> {
  const [state, current] = await Promise.all([findRecordState(id), findRecordDescription(db(), id)]);
  if (!state || !current) return { ok: false, reason: "gone" };
  const isUnchanged = changesBetween(essenceOf(current), essenceOf(description)).length === 0;
  if (state.version !== version || !isUnchanged) return describeRecord(id, version, description, by);
  return { ok: true, id, slug: state.slug, version, status: state.status, tags: [] };
}

/** The pages of a change are expired in every process at its commit; this one waits until it has heard of it. */
async function settled(change: Change): Promise<Change> {
  if (change.ok) await settleCaches(change.tags);
  return change;
}
