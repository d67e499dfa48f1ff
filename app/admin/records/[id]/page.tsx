import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { recordHref } from "@/lib/archive/hrefs";
import { positive } from "@/lib/curation/list-state";
import { loadRecordForEditing } from "@/lib/curation/loaders";
import { DeskHeading } from "../../_components/desk-heading";
import { Moment } from "../../_components/moment";
import { StatusMark } from "../../_components/status-mark";
import { RecordForm } from "../_components/record-form";
import { RecordLinks } from "../_components/record-links";
import { reinstate, saveRecord } from "../actions";

export const metadata: Metadata = { title: "Edit record" };

export default async function RecordFormPage({ params, searchParams }: PageProps<"/admin/records/[id]">) {
  const id = positive((await params).id) ?? notFound();
  const { notice } = await searchParams;
  const { state, ...form } = await loadRecordForEditing(id);
  return (
    <>
      <DeskHeading
        title={state.title}
        notice={notice}
        kicker={
          <>
            Record {id} · <StatusMark status={state.status} /> · last saved <Moment at={state.updatedAt} />
            {state.updatedBy ? ` by ${state.updatedBy}` : ""}
          </>
        }
      >
        <RecordLinks
          id={id}
          publicHref={
            state.status === "published" || state.status === "withdrawn" ? recordHref(state.slug) : null
          }
          mayWithdraw={form.rights.mayWithdraw}
          reinstate={
            state.status === "withdrawn" && form.rights.mayPublish
              ? reinstate.bind(null, id, state.version)
              : null
          }
        />
      </DeskHeading>
      {state.withdrawnReason ? <p>Withdrawn: {state.withdrawnReason}</p> : null}
      <RecordForm
        action={saveRecord.bind(null, id)}
        record={{ id, version: state.version, status: state.status }}
        {...form}
      />
    </>
  );
}
