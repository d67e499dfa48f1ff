import { publicOrigin } from "@/lib/env";
import { recordHref } from "@/lib/archive/hrefs";
import { wholeDocument } from "@/lib/citations/cited-document";
import { citedRecord } from "@/lib/citations/cited-record";
import { archivalFootnote } from "@/lib/citations/footnote";
import { loadRecord } from "@/lib/records/loaders";
import { describedIn } from "@/lib/records/view";
import { RecordArticle } from "./_components/record-article";
import { Tombstone } from "./_components/tombstone";

type Properties = PageProps<"/document/[slug]">;

export async function generateMetadata({ params }: Properties) {
  const record = await loadRecord((await params).slug);
  if (record.status === "withdrawn") return { title: "Withdrawn record", robots: { index: false } };
  return {
    title: record.title,
    description: describedIn(300, record.summary),
    alternates: { canonical: recordHref(record.slug) },
  };
}

export default async function RecordPage({ params }: Properties) {
  const record = await loadRecord((await params).slug);
  if (record.status === "withdrawn") return <Tombstone record={record} />;
  const permalink = new URL(recordHref(record.slug), publicOrigin()).href;
  const citation = archivalFootnote(await citedRecord(record, permalink), wholeDocument);
  return <RecordArticle record={record} permalink={permalink} citation={citation} />;
}
