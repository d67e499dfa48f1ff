import { describeAuthority, describeNewAuthority, type AuthorityChange } from "@/db/commands/authorities";
import type { AuthorityDescriptions, AuthorityKind } from "@/db/queries/authorities";
import { findCandidates } from "@/db/queries/pickers";
import type { Curator } from "@/lib/archive/curator";
import { settleCaches } from "@/lib/cache/expire";
import type { FieldErrors } from "@/lib/form-state";
import { authorityDescriptionOf, type AuthorityDraft } from "./form";
import { authorityFieldLabel, authorityTypes } from "./kinds";
import { addressErrors } from "@/lib/curation/address-errors";
import { valueInWords } from "@/lib/curation/wording";

/** What an authority form shows after it was posted and not saved. */
export type AuthorityFormState = {
  readonly draft: AuthorityDraft;
  readonly version: number;
  readonly errors: FieldErrors;
  readonly message: string | null;
  /** What somebody else has saved meanwhile in the fields that differ. */
  readonly theirs: readonly { readonly label: string; readonly words: readonly string[] }[];
  readonly attempt: string;
};

export type AuthorityOutcome = { kind: "saved"; id: number } | { kind: "again"; state: AuthorityFormState };

/** The entry that is saved, at the version its form was opened with; a new one has neither yet. */
export type SavedAuthority = { readonly id: number; readonly version: number } | null;

/** The form as it was posted; `message` says why it comes back. */
export const returnedEntry = (
  entry: SavedAuthority,
  draft: AuthorityDraft,
  message: string | null = null,
): AuthorityFormState => ({
  draft,
  version: entry?.version ?? 0,
  errors: {},
  message,
  theirs: [],
  attempt: crypto.randomUUID(),
});

/** Saves an authority form, or says what keeps it from being saved with everything that was typed. */
export async function saveAuthority(
  kind: AuthorityKind,
  entry: SavedAuthority,
  draft: AuthorityDraft,
  by: Curator,
): Promise<AuthorityOutcome> {
  const { draft: complete, errors: linkErrors } = await withLinks(kind, draft);
  const state = { ...returnedEntry(entry, complete), errors: linkErrors };
  const parsed = authorityDescriptionOf(kind, complete);
  if (!parsed.ok) return { kind: "again", state: { ...state, errors: { ...parsed.errors, ...linkErrors } } };
  if (Object.keys(linkErrors).length > 0) return { kind: "again", state };
  const taken = await addressErrors("fields.slug", kind, parsed.description.slug, entry?.id ?? null);
  if (Object.keys(taken).length > 0) return { kind: "again", state: { ...state, errors: taken } };
  const change = entry
    ? await describeAuthority(kind, entry.id, entry.version, parsed.description, by)
    : await describeNewAuthority(kind, parsed.description, by);
  if (!change.ok) return { kind: "again", state: { ...state, ...refusal(kind, change, parsed.description) } };
  await settleCaches(change.tags);
  return { kind: "saved", id: change.id };
}

/** What to say about a change that was refused. */
function refusal<Kind extends AuthorityKind>(
  kind: Kind,
  change: Exclude<AuthorityChange<Kind>, { ok: true }>,
  mine: AuthorityDescriptions[Kind],
): Partial<AuthorityFormState> {
  switch (change.reason) {
    case "gone":
      return { message: "This entry is no longer there. Nothing was saved." };
    case "taken":
      return { errors: { "fields.name": ["Another entry has this name."] } };
    case "identified":
      return { errors: { "fields.identifiers": ["One of these ids belongs to another entry."] } };
    case "circular":
      return { errors: { "fields.parent": ["This lies below the entry itself."] } };
    case "conflict": {
      const own = new Map<string, unknown>(Object.entries(mine));
      const theirs = Object.entries(change.current).flatMap(([field, value]) =>
        JSON.stringify(own.get(field) ?? null) === JSON.stringify(value)
          ? []
          : [{ label: authorityFieldLabel(kind, field), words: valueInWords(value) }],
      );
      return {
        version: change.version,
        theirs,
        message:
          "Somebody else has saved this entry since you opened it. Nothing of yours is lost: compare below, correct your fields, and save again.",
      };
    }
  }
}

/** Finds the entries that the typed links name; a name that stands for none or several is an error with suggestions. */
async function withLinks(kind: AuthorityKind, draft: AuthorityDraft) {
  const linked: Record<string, { id: string; name: string }> = {};
  const errors: Record<string, string[]> = {};
  for (const field of authorityTypes[kind].fields) {
    const typed = draft.fields[field.name]?.trim();
    if (!field.picker || !typed) continue;
    const known = draft.linked[field.name];
    const candidates = known?.name === typed ? [] : await findCandidates(field.picker, typed, 5);
    const exact = candidates.filter(({ isExact }) => isExact);
    const found = known?.name === typed ? known : exact.length === 1 ? exact[0] : undefined;
    if (found) linked[field.name] = { id: found.id, name: found.name };
    else errors[`fields.${field.name}`] = [suggestion(candidates)];
  }
  const names = Object.fromEntries(Object.entries(linked).map(([field, { name }]) => [field, name]));
  return { draft: { ...draft, linked, fields: { ...draft.fields, ...names } }, errors };
}

function suggestion(candidates: readonly { name: string; detail: string | null }[]): string {
  if (candidates.length === 0) return "No entry has this name. Make it first, then link to it.";
  const names = candidates.map(({ name, detail }) => (detail ? `${name} (${detail})` : name));
  return `Write the name of one entry exactly. Close to this: ${names.join("; ")}.`;
}
