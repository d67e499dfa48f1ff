"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requireCurator } from "@/lib/auth/curator";
import { unlessRefused } from "@/lib/curation/unless-refused";
import { describeFile, makeAgain, moveFile, removeFile } from "@/lib/files/editing";
import { optional } from "@/lib/form-fields";
import { blankFormState, parseForm, type FormState } from "@/lib/form-state";

const description = z.object({ caption: optional, alternativeText: optional, sourceNote: optional });

const pageOf = (recordId: number, notice: string) =>
  `/admin/records/${recordId}/files?notice=${notice}` as const;

/** Saves what is said of a file. */
export async function saveFile(
  recordId: number,
  fileId: number,
  _: FormState,
  posted: FormData,
): Promise<FormState> {
  const form = parseForm(description, posted);
  if (!form.ok) return form.state;
  return unlessRefused<FormState>(
    async () => {
      const change = await describeFile(recordId, fileId, form.data, await requireCurator("record.describe"));
      redirect(pageOf(recordId, change.ok ? "file-saved" : "file-gone"));
    },
    (message) => ({ ...blankFormState, message }),
  );
}

/** Moves a file one place in the order in which readers see them. */
export async function orderFile(recordId: number, fileId: number, direction: "up" | "down") {
  const change = await moveFile(recordId, fileId, direction, await requireCurator("record.describe"));
  redirect(pageOf(recordId, change.ok ? "file-moved" : "file-gone"));
}

/** Takes a file away from the record; its bytes stay in the store. */
export async function takeFileAway(recordId: number, fileId: number) {
  const change = await removeFile(recordId, fileId, await requireCurator("record.describe"));
  redirect(pageOf(recordId, change.ok ? "file-removed" : "file-gone"));
}

/** Has thumbnails and tiles of a file made once more. */
export async function makePicturesAgain(recordId: number, fileId: number) {
  const isAsked = await makeAgain(recordId, fileId, await requireCurator("record.describe"));
  redirect(pageOf(recordId, isAsked ? "file-again" : "file-gone"));
}
