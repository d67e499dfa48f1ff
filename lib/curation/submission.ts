import { db } from "@/db/client";
import { findRecordState } from "@/db/queries/curation";
import { findRecordDescription, type RecordDescription } from "@/db/queries/record-description";
import { findRevision, listRevisionsSince } from "@/db/queries/revisions";
import type { Curator } from "@/lib/archive/curator";
import { may, rightToDescribe } from "@/lib/archive/permissions";
import type { FieldErrors } from "@/lib/form-state";
import { afterIntent, listIntentOf, type RecordDraft } from "@/lib/records/draft";
import {
  relateOthers,
  saveRecord,
  savingSteps,
  type SavedRecord,
  type SavingStep,
} from "@/lib/records/editing";
import { descriptionOf, withoutBlankRows, type ReverseRelation } from "@/lib/records/form";
import {
  resolveAddition,
  resolveAllAdditions,
  resolveCredits,
  resolveRelations,
  resolveRepositories,
  type Offers,
} from "./additions";
import { addressErrors } from "./address-errors";
import { differencesBetween, mergedDescription, type Difference } from "./comparison";

/** What somebody else saved meanwhile, beside what was typed. */
export type Conflict = {
  readonly by: string | null;
  readonly at: string | null;
  readonly differences: readonly Difference[];
};

/** What a record form shows after it was posted and not saved: everything typed, and why. */
export type RecordFormState = {
  readonly draft: RecordDraft;
  readonly version: number;
  readonly errors: FieldErrors;
  readonly offers: Offers;
  readonly conflict: Conflict | null;
  readonly message: string | null;
  /** The list whose button was pressed, so that the page can lead back to it. */
  readonly list: string | null;
  /** New with every answer. */
  readonly attempt: string;
};

export type Submission = {
  readonly record: SavedRecord;
  readonly draft: RecordDraft;
  /** Value of the button that was pressed. */
  readonly pressed: string;
  /** For fields of a conflict: whose version to keep. */
  readonly choices: ReadonlyMap<string, "mine" | "theirs">;
};

export type Outcome =
  | { kind: "saved"; id: number; step: SavingStep }
  | { kind: "again"; state: RecordFormState };

/** The form as it was posted; `message` says why it comes back. */
export const returnedForm = (
  { record, draft, pressed }: Submission,
  message: string | null = null,
): RecordFormState => ({
  draft,
  version: record?.version ?? 0,
  errors: {},
  offers: {},
  conflict: null,
  message,
  list: listIntentOf(pressed)?.list ?? null,
  attempt: crypto.randomUUID(),
});

/** Does what a posted record form asks for: a change of the form itself, or a save and what follows it. */
export async function takeSubmission(submission: Submission, by: Curator): Promise<Outcome> {
  const { pressed } = submission;
  const intent = listIntentOf(pressed);
  const state = returnedForm(submission);
  if (intent?.verb === "add") {
    return { kind: "again", state: { ...state, ...(await resolveAddition(state.draft, intent.list, by)) } };
  }
  if (intent) return { kind: "again", state: { ...state, draft: afterIntent(state.draft, intent) } };
  const step = savingSteps.find((one) => one === pressed) ?? "save";
  return save(submission, step, state, by);
}

async function save(
  { record, draft, choices }: Submission,
  step: SavingStep,
  state: RecordFormState,
  by: Curator,
): Promise<Outcome> {
  const again = (changes: Partial<RecordFormState>): Outcome => ({
    kind: "again",
    state: { ...state, ...changes },
  });
  const resolved = await resolveAllAdditions(withoutBlankRows(draft), by);
  const complete = await resolveCredits(await resolveRelations(resolved.draft, record?.id ?? null));
  const parsed = descriptionOf(complete);
  const errors = {
    ...(parsed.ok ? await refusedRelations(complete, parsed.reverse, by) : parsed.errors),
    ...offerErrors(resolved.offers),
  };
  if (!parsed.ok || Object.keys(errors).length > 0) {
    return again({ draft: complete, offers: resolved.offers, errors });
  }
  const taken = await addressErrors("slug", "record", parsed.description.slug, record?.id ?? null);
  if (Object.keys(taken).length > 0) return again({ draft: complete, errors: taken });
  const withRepositories = await resolveRepositories(complete, by);
  const mine = descriptionOf(withRepositories);
  if (!mine.ok) return again({ draft: complete, errors: mine.errors });

  const description = await merged(record, mine.description, choices);
  const change = await saveRecord(record, description, step, by);
  if (change.ok) {
    await relateOthers(change.id, mine.reverse, by);
    return { kind: "saved", id: change.id, step };
  }
  if (change.reason === "gone" || !record) {
    return again({ draft: withRepositories, message: "This record is no longer there. Nothing was saved." });
  }
  const conflict = await describeConflict(record, mine.description, change.current);
  return again({ draft: withRepositories, version: change.version, conflict });
}

/** A relation said from the other side changes that record, which not everybody may. */
async function refusedRelations(
  draft: RecordDraft,
  reverse: readonly ReverseRelation[],
  by: Curator,
): Promise<FieldErrors> {
  const refused: Record<string, string[]> = {};
  for (const { from } of reverse) {
    const state = await findRecordState(from);
    if (state && may(by, rightToDescribe(state.status))) continue;
    const row = draft.relations.findIndex(({ relatedId }) => relatedId === String(from));
    refused[`relations.${row}.kind`] = ["You may not change the other record, which this would do."];
  }
  return refused;
}

const offerErrors = (offers: Offers): FieldErrors =>
  Object.fromEntries(
    Object.entries(offers).map(([list, offer]) => [
      `adding.${list}.text`,
      [
        offer.candidates.length > 0
          ? "Choose the entry you mean, or empty the field."
          : "No entry has this name. Enter it as new, or empty the field.",
      ],
    ]),
  );

async function merged(
  record: SavedRecord,
  mine: RecordDescription,
  choices: Submission["choices"],
): Promise<RecordDescription> {
  const takesOver = [...choices.values()].includes("theirs");
  const theirs = record && takesOver ? await findRecordDescription(db(), record.id) : null;
  return theirs ? mergedDescription(mine, theirs, choices) : mine;
}

async function describeConflict(
  { id, version }: { id: number; version: number },
  mine: RecordDescription,
  theirs: RecordDescription,
): Promise<Conflict> {
  const since = await listRevisionsSince("record", id, version);
  const state = await findRecordState(id);
  const last = state && (await findRevision("record", id, state.version));
  return {
    by: last?.by ?? null,
    at: last?.createdAt.toISOString() ?? null,
    differences: differencesBetween(
      mine,
      theirs,
      since.flatMap(({ changes }) => changes),
    ),
  };
}
