import type { PublicRecord } from "@/db/queries/record-page";
import type { Surroundings } from "@/db/queries/record-relations";
import { listedRecord, type ListedRecord } from "@/lib/archive/listed-record";
import { isMutual, relationInWords } from "@/lib/archive/relation-words";

type RelatedRecord = ListedRecord & { readonly note: string | null };

/** Records that hang together with one in the same way, and that way in words. */
type RelationGroup = { readonly label: string; readonly records: readonly RelatedRecord[] };

/** A record of a meeting; `isThis` marks the one whose page it stands on. */
export type MeetingRecord = RelatedRecord & { readonly isThis: boolean };

/** Everything that stands beside a record, as its page shows it. */
export type RelatedRecords = {
  readonly groups: readonly RelationGroup[];
  readonly meeting: readonly MeetingRecord[];
  readonly duplicates: readonly ListedRecord[];
  readonly similar: readonly (ListedRecord & { readonly shares: readonly string[] })[];
};

/**
 * Groups the relations of a record by their kind and direction in the order of the vocabulary. Those of one meeting stand on its
 * timeline instead, with the notes of the direct relations.
 */
export function relatedRecords(
  record: Pick<PublicRecord, "id" | "related">,
  { meeting, duplicates, similar }: Surroundings,
): RelatedRecords {
  const groups = new Map<string, RelatedRecord[]>();
  const seen = new Set<string>();
  for (const row of record.related) {
    if (row.kind === "same_meeting_as" && meeting.length > 0) continue;
    const label = relationInWords(row.kind, row.direction);
    // A mutual relation may have been said from both sides.
    if (isMutual(row.kind) && seen.has(`${row.kind} ${row.id}`)) continue;
    seen.add(`${row.kind} ${row.id}`);
    groups.set(label, [...(groups.get(label) ?? []), { ...listedRecord(row), note: row.note }]);
  }
  const noteOf = (id: number) =>
    record.related.find((row) => row.kind === "same_meeting_as" && row.id === id)?.note ?? null;
  return {
    groups: [...groups].map(([label, records]) => ({ label, records })),
    meeting: meeting.map((row) => ({
      ...listedRecord(row),
      note: noteOf(row.id),
      isThis: row.id === record.id,
    })),
    duplicates: duplicates.map(listedRecord),
    similar: similar.map(({ shares, ...row }) => ({
      ...listedRecord(row),
      shares: shares.map((name) => name.replaceAll("--", " — ")),
    })),
  };
}
