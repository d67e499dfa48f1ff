"use server";

import { redirect } from "next/navigation";
import { requireCurator } from "@/lib/auth/curator";
import { parseForm, type FormState } from "@/lib/form-state";
import { giveUpSearch, keepSearch, refusalInWords, type SeenSearch } from "@/lib/saved-searches/editing";
import { savedSearchForm } from "@/lib/saved-searches/form";

/** Keeps a search under a name, or changes one that is kept. */
export async function saveSearch(seen: SeenSearch, _: FormState, posted: FormData): Promise<FormState> {
  const curator = await requireCurator("search.save");
  const form = parseForm(savedSearchForm, posted);
  if (!form.ok) return form.state;
  const { name, address: parameters } = form.data;
  const change = await keepSearch(seen, { name, parameters }, curator);
  if (change.ok) redirect(`/admin/searches/${change.id}?notice=save`);
  return { errors: {}, values: { name }, message: refusalInWords[change.reason] };
}

/** Gives a saved search up. */
export async function deleteSearch(id: number, version: number): Promise<FormState> {
  const curator = await requireCurator("search.save");
  const change = await giveUpSearch(id, version, curator);
  if (change.ok) redirect("/admin/searches?notice=search-deleted");
  return { errors: {}, values: {}, message: refusalInWords[change.reason] };
}
