import { BrowserModule } from "@/app/_components/browser-module";
import { browserModuleHref } from "@/lib/browser/modules";
import {
  scanAlternative,
  scanLabel,
  scanPagesOf,
  type ScannedFile,
  type ScanPage,
} from "@/lib/archive/scan-pages";
import { downloadHref, fileHref } from "@/lib/archive/hrefs";
import { ScanPageList } from "./scan-page-list";
import { ScanPager } from "./scan-pager";
import { ScanTools } from "./scan-tools";
import styles from "./scan-pane.module.css";

type Properties = {
  files: readonly ScannedFile[];
  /** Counted from 1 over all pages of all files; a page that does not exist shows the first. */
  page: number;
  title: string;
  /** Where each page is shown; without it the thumbnails lead to their pictures. */
  hrefOf?: (page: number) => string;
};

/**
 * A page of the scans to look at, with ways to the others. As it comes from the server it is a picture and links; the script
 * "scan-viewer" makes images zoom on their tiles and draws PDF pages. From outside, scripts turn its pages by a `scan:turn` event
 * with the page number as detail, and hear of every turn by `scan:page`.
 */
export function ScanPane({ files, page, title, hrefOf }: Properties) {
  const pages = scanPagesOf(files);
  const shown = pages[page - 1] ?? pages[0];
  if (!shown) return null;
  return (
    <section
      className={styles.pane}
      aria-label={`Scan of ${title}`}
      data-scan-viewer=""
      data-page={shown.number}
      data-pages={pages.length}
      data-title={title}
      data-pdf-worker={pages.some(({ pdf }) => pdf) ? browserModuleHref("pdf-worker") : undefined}
    >
      <div className={styles.bar}>
        {hrefOf && pages.length > 1 ? (
          <ScanPager page={shown.number} pages={pages.length} hrefOf={hrefOf} />
        ) : null}
        <ScanTools />
      </div>
      <p className="visually-hidden" role="status" data-scan-status="" />
      <ScanFigure page={shown} title={title} />
      <ScanPageList
        pages={pages}
        current={shown.number}
        title={title}
        isHidden={pages.length === 1}
        hrefOf={hrefOf ?? ((number) => pages[number - 1]?.image ?? fileHref(shown.file.id))}
      />
      <BrowserModule name="scan-viewer" />
    </section>
  );
}

/** The page as a picture, or where there is none, the way to its file. */
function ScanFigure({ page, title }: { page: ScanPage; title: string }) {
  const { file, image } = page;
  return (
    <figure className={styles.figure}>
      <div className={styles.stage} data-scan-stage="">
        {image ? (
          <a href={page.largeImage ?? (page.pdf ? `${page.pdf}#page=${page.pageInFile}` : fileHref(file.id))}>
            <img src={image} alt={scanAlternative(page, title)} decoding="async" data-scan-image="" />
          </a>
        ) : (
          <p className={styles.missing}>
            There is no picture of this page.{" "}
            <a href={file.mediaType === "application/pdf" ? fileHref(file.id) : downloadHref(file.id)}>
              Open the file
            </a>
          </p>
        )}
      </div>
      <figcaption className={styles.caption} data-scan-caption="">
        {scanLabel(page)}
      </figcaption>
    </figure>
  );
}
