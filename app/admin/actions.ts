"use server";

import { redirect } from "next/navigation";
import { requireCurator } from "@/lib/auth/curator";
import { tryIndexingAgain } from "@/lib/curation/index-mending";

/** Has a failed index job tried again, or all of them. */
export async function tryAgain(job: string | null) {
  await tryIndexingAgain(job, await requireCurator("search.mend"));
  redirect("/admin?notice=index-again");
}
