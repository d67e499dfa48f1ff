import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { positive } from "@/lib/curation/list-state";
import { loadRecordHistory } from "@/lib/curation/loaders";
import { DeskHeading } from "../../../_components/desk-heading";
import { RevisionList } from "../../../_components/revision-list";

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage({
  params,
  searchParams,
}: PageProps<"/admin/records/[id]/history">) {
  const id = positive((await params).id) ?? notFound();
  const page = positive((await searchParams).page) ?? 1;
  const { state, revisions, hasMore } = await loadRecordHistory(id, page);
  return (
    <>
      <DeskHeading title="History" kicker={<a href={`/admin/records/${id}`}>{state.title}</a>} />
      <RevisionList revisions={revisions} />
      {hasMore ? <a href={`/admin/records/${id}/history?page=${page + 1}`}>Earlier changes</a> : null}
    </>
  );
}
