"use server";

import { redirect } from "next/navigation";
import type { AuthorityKind } from "@/lib/authorities/kinds";
import { requireCurator } from "@/lib/auth/curator";
import {
  returnedEntry,
  saveAuthority,
  type AuthorityFormState,
  type AuthorityOutcome,
} from "@/lib/authorities/editing";
import { readAuthorityDraft } from "@/lib/authorities/form";
import { authorityTypes } from "@/lib/authorities/kinds";
import { unlessRefused } from "@/lib/curation/unless-refused";

/** Saves the form of an entry; a new one has no id yet. */
export async function saveEntry(
  kind: AuthorityKind,
  id: number | null,
  _: AuthorityFormState | null,
  posted: FormData,
): Promise<AuthorityFormState> {
  const entry = id === null ? null : { id, version: Number(posted.get("version")) };
  const draft = readAuthorityDraft(posted);
  const outcome = await unlessRefused<AuthorityOutcome>(
    async () => saveAuthority(kind, entry, draft, await requireCurator()),
    (message) => ({ kind: "again", state: returnedEntry(entry, draft, message) }),
  );
  if (outcome.kind === "again") return outcome.state;
  redirect(`/admin/${authorityTypes[kind].path}/${outcome.id}?notice=save`);
}
