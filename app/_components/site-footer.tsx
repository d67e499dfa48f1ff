import { archiveName } from "@/lib/env";
import { vocabularies } from "@/lib/archive/vocabulary-kinds";
import styles from "./site-footer.module.css";

const waysIn = [
  { href: "/browse", label: "All ways in" },
  { href: "/collections", label: "Collections" },
  { href: "/themes", label: "Themes" },
  { href: "/people", label: "People and organisations" },
  { href: "/places", label: "Places" },
  { href: "/map", label: "Map" },
  { href: "/subjects", label: "Subjects" },
  { href: "/years", label: "Years" },
  { href: "/on-this-day", label: "On this day" },
  { href: "/repositories", label: "Archives" },
  ...Object.values(vocabularies).map(({ path, many }) => ({ href: path, label: many })),
  { href: "/coverage", label: "Coverage" },
  { href: "/search", label: "Search" },
  { href: "/searches", label: "Saved searches" },
] as const;

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
        <nav aria-label="Browse the archive" className={styles.ways}>
          <ul role="list">
            {waysIn.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
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
