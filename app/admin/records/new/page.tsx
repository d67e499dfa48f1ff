import type { Metadata } from "next";
import { loadNewRecord } from "@/lib/curation/loaders";
import { DeskHeading } from "../../_components/desk-heading";
import { RecordForm } from "../_components/record-form";
import { saveRecord } from "../actions";

export const metadata: Metadata = { title: "New record" };

export default async function NewRecordPage() {
  const form = await loadNewRecord();
  return (
    <>
      <DeskHeading title="New record" />
      <RecordForm action={saveRecord.bind(null, null)} record={null} {...form} />
    </>
  );
}
