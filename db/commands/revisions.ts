import type { FieldChange, FieldValue } from "@/lib/archive/field-change";
import { isSameValue } from "@/lib/archive/field-change";
import { actorId, type Actor } from "@/lib/archive/permissions";
import type { RevisionAction, SlugOwner } from "@/lib/archive/vocabulary";
import type { Transaction } from "../client";
import { revisions } from "../schema";

export type Revision = {
  entity: SlugOwner | "user" | "saved-search";
  entityId: number;
  version: number;
  action: RevisionAction;
  changes: FieldChange[];
  note?: string | null;
};

/** Keeps who changed what; part of the transaction that makes the change. */
export async function keepRevision(tx: Transaction, revision: Revision, by: Actor) {
  await tx.insert(revisions).values({ ...revision, userId: actorId(by) });
}

/** The fields in which two descriptions of one thing differ, in the order of the later one. */
export function changesBetween(
  before: Readonly<Record<string, FieldValue>> | null,
  after: Readonly<Record<string, FieldValue>>,
): FieldChange[] {
  return Object.entries(after).flatMap(([field, value]) => {
    const old = before?.[field] ?? null;
    const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
    if (before === null ? isEmpty : isSameValue(old, value)) return [];
    return [{ field, before: old, after: value }];
  });
}
