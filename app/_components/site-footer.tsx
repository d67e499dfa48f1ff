import { archiveName } from "@/lib/env";
import styles from "./site-footer.module.css";

/** Closes every page: what this is, ways in, and the curators' door. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <div className={styles.columns}>
        <div>
          <p className={styles.name}>{archiveName()}</p>
          <p className={styles.about}>
            Descriptions, texts and scans of historical documents, with the people, places and archives they
            belong to. Every record keeps its address, so that it can be cited.
          </p>
        </div>
        <nav aria-label="Browse the archive">
          <ul role="list">
            <li>
              <a href="/collections">Collections</a>
            </li>
            <li>
              <a href="/themes">Themes</a>
            </li>
            <li>
              <a href="/years">Years</a>
            </li>
            <li>
              <a href="/search">Search</a>
            </li>
          </ul>
        </nav>
        <nav aria-label="For curators">
          <ul role="list">
            <li>
              <a href="/signin" rel="nofollow">
                Sign in to curate
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
