"use server";

import { redirect } from "next/navigation";
import { requireCurator } from "@/lib/auth/curator";
import { tryIndexingAgain } from "@/lib/curation/index-mending";

/** Has a failed index job, or all of them, tried again. */
export async function tryAgain(job: string) {
  await tryIndexingAgain(job, await requireCurator("search.mend"));
  redirect("/admin?notice=index-again");
}
