import "server-only";
import { notFound } from "next/navigation";
import { findRecordState } from "@/db/queries/curation";
import { listFilesOf, type DeskFile } from "@/db/queries/digital-objects";
import { derivativeHref } from "@/lib/archive/hrefs";
import { may, rightToDescribe } from "@/lib/archive/permissions";
import type { RecordStatus } from "@/lib/archive/vocabulary";
import { requireCurator } from "@/lib/auth/curator";
import { pagesDone } from "./derivatives";
import { fileInWords } from "./view";

/** How far the pictures of a file are, in words, and whether that will change by itself. */
type Making = { readonly words: string; readonly state: "ready" | "waiting" | "failed" };

/** What the page of a record's files shows, to curators who may change them and to those who may only look. */
export async function loadFilesForEditing(id: number) {
  const curator = await requireCurator("record.read-unpublished", `/admin/records/${id}/files`);
  const [state, files] = await Promise.all([findRecordState(id), listFilesOf(id)]);
  if (!state) notFound();
  return {
    state,
    mayEdit: may(curator, rightToDescribe(state.status)),
    files: await Promise.all(files.map(shown)),
  };
}

export type ShownFile = Awaited<ReturnType<typeof shown>>;

async function shown(file: DeskFile) {
  return {
    id: file.id,
    fileName: file.fileName,
    caption: file.caption ?? "",
    alternativeText: file.alternativeText ?? "",
    sourceNote: file.sourceNote ?? "",
    sha256: file.sha256,
    words: fileInWords(file),
    thumbnail: file.derivedAt === null ? null : derivativeHref(file, 1, "320.webp"),
    making: await makingOf(file),
  };
}

async function makingOf(file: DeskFile): Promise<Making> {
  if (file.derivationError !== null)
    return { state: "failed", words: `No pictures could be made of it. ${file.derivationError}` };
  if (file.derivedAt !== null) return { state: "ready", words: "Thumbnails and tiles are ready." };
  const done = await pagesDone(file.sha256);
  if (done === null) return { state: "waiting", words: "Waits for its thumbnails and tiles." };
  const words = `Thumbnails and tiles are being made: ${done} of ${file.pageCount ?? "?"} pages done.`;
  return { state: "waiting", words };
}

/** The status of a record, on which depends who may give it files; null when there is no such record. */
export const loadStatusOf = async (id: number): Promise<RecordStatus | null> =>
  (await findRecordState(id))?.status ?? null;
