import { BrowserModule } from "@/app/_components/browser-module";
import { citeHref } from "@/lib/archive/hrefs";
import styles from "./citations.module.css";

/** The way to the citations: their page, or, with script, the same in a window above the record. */
export function CiteLink({ slug }: { slug: string }) {
  return (
    <>
      <a href={citeHref(slug)} data-button data-cite className={styles.link}>
        Cite
      </a>
      <dialog data-cite-window aria-label="Cite this document" className={styles.window}>
        <form method="dialog" className={styles.bar}>
          <span aria-hidden>Cite this document</span>
          <button data-quiet>Close</button>
        </form>
        <div data-cite-content />
      </dialog>
      <BrowserModule name="cite" />
    </>
  );
}
