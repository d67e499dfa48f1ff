import { notFound } from "next/navigation";
import { PageHeading } from "@/app/_components/page-heading";
import { scanHref } from "@/lib/archive/hrefs";
import { loadScans } from "@/lib/records/scans";
import { ScanFiles } from "../../_components/scan-files";
import { ScanPane } from "../../_components/scan-pane";
import { trailThroughRecord } from "../../_components/record-trail";
import { Tombstone } from "../../_components/tombstone";
import styles from "./viewer.module.css";

type Properties = PageProps<"/document/[slug]/scans/[page]">;

export async function generateMetadata({ params }: Properties) {
  const { slug, page } = await params;
  const scans = await loadScans(slug, page);
  if (scans.status === "withdrawn") return { title: "Withdrawn record", robots: { index: false } };
  const { record, number, pages } = scans;
  return {
    title: `Page ${number} of ${pages.length} · ${record.title}`,
    alternates: { canonical: scanHref(record.slug, number) },
    pagination: {
      previous: number > 1 ? scanHref(record.slug, number - 1) : null,
      next: number < pages.length ? scanHref(record.slug, number + 1) : null,
    },
  };
}

export default async function ScanPage({ params }: Properties) {
  const { slug, page } = await params;
  const scans = await loadScans(slug, page);
  if (scans.status === "withdrawn") return <Tombstone record={scans} />;
  const { record, number, pages } = scans;
  const shown = pages[number - 1] ?? notFound();
  return (
    <article className={styles.viewer}>
      <PageHeading title={record.title} kicker="Scans" trail={trailThroughRecord(record)} />
      <ScanPane
        files={record.files}
        page={number}
        title={record.title}
        hrefOf={(other) => scanHref(record.slug, other)}
      />
      <section aria-labelledby="file" className={styles.file}>
        <h2 id="file">{record.files.length === 1 ? "File" : "Files"}</h2>
        <ScanFiles files={record.files} open={shown.file.id} />
      </section>
    </article>
  );
}
