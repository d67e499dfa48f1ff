import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { positive } from "@/lib/curation/list-state";
import { loadRecordToWithdraw } from "@/lib/curation/loaders";
import { DeskHeading } from "../../../_components/desk-heading";
import { WithdrawForm } from "../../_components/withdraw-form";
import { withdraw } from "../../actions";

export const metadata: Metadata = { title: "Withdraw record" };

export default async function WithdrawPage({ params }: PageProps<"/admin/records/[id]/withdraw">) {
  const id = positive((await params).id) ?? notFound();
  const state = await loadRecordToWithdraw(id);
  return (
    <>
      <DeskHeading title="Withdraw this record?" kicker={state.title} />
      <p>
        Its page will say that it was withdrawn, when and why, and show nothing else. The record itself is
        kept and can be reinstated.
      </p>
      <WithdrawForm action={withdraw.bind(null, id, state.version)} back={`/admin/records/${id}`} />
    </>
  );
}
