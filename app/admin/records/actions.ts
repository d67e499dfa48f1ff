"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requireCurator } from "@/lib/auth/curator";
import { createEntry } from "@/lib/curation/additions";
import { readSubmission } from "@/lib/curation/read-submission";
import { takeSubmission, type RecordFormState } from "@/lib/curation/submission";
import { errorsOf, type FormState } from "@/lib/form-state";
import { publishRecord, withdrawRecord } from "@/lib/records/editing";
import { linkListNames } from "@/lib/records/fields";
import { withdrawalForm } from "@/lib/records/form";

/** Saves a record form; a new record has no id yet. */
export async function saveRecord(
  id: number | null,
  _: RecordFormState | null,
  posted: FormData,
): Promise<RecordFormState> {
  const curator = await requireCurator("record.describe");
  const outcome = await takeSubmission(readSubmission(id, posted), curator);
  if (outcome.kind === "again") return outcome.state;
  redirect(`/admin/records/${outcome.id}?notice=${outcome.step}`);
}

/** Withdraws a published record with the reason readers will see. */
export async function withdraw(
  id: number,
  version: number,
  _: FormState,
  posted: FormData,
): Promise<FormState> {
  const curator = await requireCurator("record.withdraw");
  const form = withdrawalForm.safeParse({ reason: posted.get("reason") });
  if (!form.success) return { errors: errorsOf(form.error), values: {}, message: null };
  const change = await withdrawRecord(id, version, form.data.reason, curator);
  if (change.ok) redirect(`/admin/records/${id}?notice=withdrawn`);
  return {
    errors: {},
    values: form.data,
    message: "Somebody else has saved this record meanwhile. Look at it again before you withdraw it.",
  };
}

/** Shows a withdrawn record to readers again, as it stands. */
export async function reinstate(id: number, version: number) {
  const curator = await requireCurator("record.publish");
  const change = await publishRecord(id, version, curator);
  redirect(change.ok ? `/admin/records/${id}?notice=reinstated` : `/admin/records/${id}`);
}

const newEntry = z.object({
  list: z.enum(linkListNames),
  name: z.string().trim().min(1).max(500),
  kind: z.string().max(40),
});

/** Enters a name that no list has yet, for a picker; null when that is not possible. */
export async function enterName(asked: z.input<typeof newEntry>) {
  const curator = await requireCurator("authority.create");
  const entry = newEntry.safeParse(asked);
  if (!entry.success) return null;
  return createEntry(entry.data.list, entry.data.name, entry.data.kind, curator);
}
