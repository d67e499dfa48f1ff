import { PageHeading } from "@/app/_components/page-heading";
import { BrowserModule } from "@/app/_components/browser-module";
import { parameterOf } from "@/lib/archive/list-query";
import { loadCitations } from "@/lib/citations/loaders";
import { Citations } from "../_components/citations";
import { trailThroughRecord } from "../_components/record-trail";
import { Tombstone } from "../_components/tombstone";

type Properties = PageProps<"/document/[slug]/cite">;

async function load({ params, searchParams }: Properties) {
  const query = await searchParams;
  return loadCitations((await params).slug, parameterOf(query, "p"), parameterOf(query, "as"));
}

export async function generateMetadata(properties: Properties) {
  const cited = await load(properties);
  if (cited.status === "withdrawn") return { title: "Withdrawn record", robots: { index: false } };
  // The citations of a record are found through it.
  return { title: `Cite: ${cited.record.title}`, robots: { index: false, follow: true } };
}

export default async function CitePage(properties: Properties) {
  const cited = await load(properties);
  if (cited.status === "withdrawn") return <Tombstone record={cited} />;
  const { record, part } = cited;
  return (
    <>
      <PageHeading
        title={part.paragraph === null ? "Cite this document" : `Cite paragraph ${part.paragraph}`}
        lead={record.title}
        trail={trailThroughRecord(record)}
      />
      <Citations cited={cited} />
      <BrowserModule name="copy" />
    </>
  );
}
