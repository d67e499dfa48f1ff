import { scanAlternative, scanLabel, type ScanPage } from "@/lib/archive/scan-pages";
import styles from "./scan-pane.module.css";

type Properties = {
  pages: readonly ScanPage[];
  /** Null where no page of them is being shown. */
  current: number | null;
  title: string;
  hrefOf: (page: number) => string;
  /** Whether it stands there for the script alone. */
  isHidden?: boolean;
};

/** Thumbnails of pages as links; the viewer's script reads from them what each page consists of. */
export function ScanPageList({ pages, current, title, hrefOf, isHidden = false }: Properties) {
  return (
    <ol role="list" className={styles.pages} aria-label="Pages" data-scan-pages="" hidden={isHidden}>
      {pages.map((page) => (
        <li key={page.number}>
          <a
            href={hrefOf(page.number)}
            aria-current={page.number === current ? "page" : undefined}
            data-scan-page={page.number}
            data-label={scanLabel(page)}
            data-alternative={scanAlternative(page, title)}
            data-image={page.image ?? undefined}
            data-large-image={page.largeImage ?? undefined}
            data-tiles={page.tiles ?? undefined}
            data-pdf={page.pdf ?? undefined}
            data-page-in-file={page.pageInFile}
          >
            {page.thumbnail ? (
              <img src={page.thumbnail} alt="" loading="lazy" decoding="async" />
            ) : (
              <span className={styles.blank} aria-hidden="true" />
            )}
            <span className={styles.label}>{scanLabel(page)}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
