import { scanHref } from "@/lib/archive/hrefs";
import { scanPagesOf } from "@/lib/archive/scan-pages";
import { countOf } from "@/lib/archive/counts";
import type { PublishedRecord } from "@/lib/records/loaders";
import { ExternalScans } from "./external-scans";
import { ScanFiles } from "./scan-files";
import { ScanPageList } from "./scan-page-list";
import styles from "./record-scans.module.css";

/** Pages shown on the record's own page; the viewer has them all. */
const shownPages = 12;

type Properties = {
  record: Pick<PublishedRecord, "files" | "externalScans" | "slug" | "title">;
};

/** The original: its pages as pictures that lead to the viewer, its files, and scans that others show. */
export function RecordScans({ record }: Properties) {
  const { files, externalScans, slug, title } = record;
  if (files.length === 0 && externalScans.length === 0) return null;
  const pages = scanPagesOf(files);
  const hrefOf = (page: number) => scanHref(slug, page);
  return (
    <section id="scans" aria-labelledby="scans-title" className={styles.scans}>
      <h2 id="scans-title">Original</h2>
      {pages.length > 0 ? (
        <ScanPageList pages={pages.slice(0, shownPages)} current={null} title={title} hrefOf={hrefOf} />
      ) : null}
      {pages.length > shownPages ? (
        <p className={styles.more}>
          <a href={hrefOf(1)}>View all {countOf(pages.length, "page")}</a>
        </p>
      ) : null}
      {files.length > 0 ? <ScanFiles files={files} /> : null}
      <ExternalScans scans={externalScans} />
    </section>
  );
}
