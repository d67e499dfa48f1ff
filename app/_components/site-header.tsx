import { archiveName } from "@/lib/env";
import { SearchForm } from "./search-form";
import styles from "./site-header.module.css";

const sections = [
  { href: "/collections", label: "Collections" },
  { href: "/themes", label: "Themes" },
  { href: "/people", label: "People" },
  { href: "/places", label: "Places" },
  { href: "/subjects", label: "Subjects" },
  { href: "/years", label: "Years" },
  { href: "/repositories", label: "Archives" },
  { href: "/search", label: "Search" },
] as const;

/** Wordmark, the archive's sections and a small search field, which hides where the page brings a large one. */
export function SiteHeader() {
  return (
    <header className={styles.header}>
      <div className={styles.masthead}>
        <a className={styles.wordmark} href="/">
          {archiveName()}
        </a>
        <div className={styles.search}>
          <SearchForm size="compact" />
        </div>
      </div>
      <nav className={styles.sections} aria-label="Sections">
        <ul role="list">
          {sections.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
