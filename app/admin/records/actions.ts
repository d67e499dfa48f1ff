"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requireCurator } from "@/lib/auth/curator";
import { createEntry } from "@/lib/curation/additions";
import { readSubmission } from "@/lib/curation/read-submission";
import { returnedForm, takeSubmission, type Outcome, type RecordFormState } from "@/lib/curation/submission";
import { unlessRefused } from "@/lib/curation/unless-refused";
import { tidy } from "@/lib/form-fields";
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
  const submission = readSubmission(id, posted);
  // Whether this curator may save is for the data layer to say: a page that says so would cost them what they typed.
  const outcome = await unlessRefused<Outcome>(
    async () => takeSubmission(submission, await requireCurator()),
    (message) => ({ kind: "again", state: returnedForm(submission, message) }),
  );
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
  const form = withdrawalForm.safeParse({ reason: posted.get("reason") });
  if (!form.success) return { errors: errorsOf(form.error), values: {}, message: null };
  const again = (message: string): FormState => ({ errors: {}, values: form.data, message });
  return unlessRefused(async () => {
    const curator = await requireCurator("record.withdraw");
    const change = await withdrawRecord(id, version, form.data.reason, curator);
    if (change.ok) redirect(`/admin/records/${id}?notice=withdrawn`);
    return again("Somebody else has saved this record meanwhile. Look at it again before you withdraw it.");
  }, again);
}

/** Shows a withdrawn record to readers again, as it stands. */
export async function reinstate(id: number, version: number) {
  const curator = await requireCurator("record.publish");
  const change = await publishRecord(id, version, curator);
  redirect(change.ok ? `/admin/records/${id}?notice=reinstated` : `/admin/records/${id}`);
}

const newEntry = z.object({
  list: z.enum(linkListNames),
  name: tidy.pipe(z.string().min(1).max(500)),
  kind: z.string().max(40),
});

/** Enters a name that no list has yet, for a picker; null when that is not possible. */
export async function enterName(asked: z.input<typeof newEntry>) {
  const entry = newEntry.safeParse(asked);
  if (!entry.success) return null;
  const { list, name, kind } = entry.data;
  return unlessRefused(
    async () => createEntry(list, name, kind, await requireCurator("authority.create")),
    () => null,
  );
}
