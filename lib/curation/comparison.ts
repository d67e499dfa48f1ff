import type { RecordDescription } from "@/db/queries/record-description";
import { isSameValue, type FieldChange, type FieldValue } from "@/lib/archive/field-change";
import { fieldLabel } from "@/lib/records/fields";
import { valueInWords } from "./wording";
import { essenceOf } from "@/lib/records/essence";

/** One field in which two versions of a record differ, in words, with the side that is likely wanted. */
export type Difference = {
  readonly field: string;
  readonly label: string;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly changedBy: "me" | "them" | "both";
};

/**
 * Compares what a curator typed with what somebody else has saved since the form was opened. `since` holds the changes made in
 * between, oldest first: what a field was before the first of them is what both started from.
 */
export function differencesBetween(
  mine: RecordDescription,
  theirs: RecordDescription,
  since: readonly FieldChange[],
): Difference[] {
  const [myEssence, theirEssence] = [essenceOf(mine), essenceOf(theirs)];
  const ownWords = new Map<string, FieldValue>(Object.entries(mine));
  const otherWords = new Map<string, FieldValue>(Object.entries(theirs));
  return Object.keys(theirs).flatMap((field) => {
    const [own, other] = [myEssence[field] ?? null, theirEssence[field] ?? null];
    if (isSameValue(own, other)) return [];
    const start = since.find((change) => change.field === field);
    return [
      {
        field,
        label: fieldLabel(field),
        mine: valueInWords(ownWords.get(field) ?? null),
        theirs: valueInWords(otherWords.get(field) ?? null),
        changedBy: whoChanged(own, start),
      },
    ];
  });
}

function whoChanged(own: FieldValue, start: FieldChange | undefined): Difference["changedBy"] {
  if (!start) return "me";
  return isSameValue(own, essenceOf(start.before)) ? "them" : "both";
}

/** What I typed, with the fields of the other side where I chose them. */
export function mergedDescription(
  mine: RecordDescription,
  theirs: RecordDescription,
  choices: ReadonlyMap<string, "mine" | "theirs">,
): RecordDescription {
  const taken = Object.entries(theirs).filter(([field]) => choices.get(field) === "theirs");
  return { ...mine, ...Object.fromEntries(taken) };
}
