import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadAuthorityHistory } from "@/lib/authorities/loaders";
import { positive } from "@/lib/curation/list-state";
import { DeskHeading } from "../../../_components/desk-heading";
import { RevisionList } from "../../../_components/revision-list";

export const metadata: Metadata = { title: "History" };

export default async function EntryHistoryPage({ params }: PageProps<"/admin/[authority]/[id]/history">) {
  const { authority, id: number } = await params;
  const id = positive(number) ?? notFound();
  const { type, name, revisions } = await loadAuthorityHistory(authority, id);
  return (
    <>
      <DeskHeading title="History" kicker={<a href={`/admin/${type.path}/${id}`}>{name}</a>} />
      <RevisionList revisions={revisions} />
    </>
  );
}
