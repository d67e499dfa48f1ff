"use server";

import { redirect } from "next/navigation";
import type { AuthorityKind } from "@/lib/authorities/kinds";
import { requireCurator } from "@/lib/auth/curator";
import { saveAuthority, type AuthorityFormState } from "@/lib/authorities/editing";
import { readAuthorityDraft } from "@/lib/authorities/form";
import { authorityTypes } from "@/lib/authorities/kinds";

/** Saves the form of an entry; a new one has no id yet. */
export async function saveEntry(
  kind: AuthorityKind,
  id: number | null,
  _: AuthorityFormState | null,
  posted: FormData,
): Promise<AuthorityFormState> {
  const curator = await requireCurator();
  const entry = id === null ? null : { id, version: Number(posted.get("version")) };
  const outcome = await saveAuthority(kind, entry, readAuthorityDraft(posted), curator);
  if (outcome.kind === "again") return outcome.state;
  redirect(`/admin/${authorityTypes[kind].path}/${outcome.id}?notice=save`);
}
