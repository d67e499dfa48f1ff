import { searchScopes, type SearchScope } from "@/lib/archive/search-scopes";
import styles from "./search-form.module.css";

type Properties = {
  /** "large" is the page's own search and makes the header's compact one disappear. */
  size: "large" | "compact";
  q?: string;
  scope?: SearchScope;
};

/** The search field; a plain form, so it works in any browser. */
export function SearchForm({ size, q = "", scope = "everything" }: Properties) {
  if (size === "compact") {
    return (
      <form className={styles.compact} action="/search" role="search" aria-label="Search the archive">
        <input
          type="search"
          name="q"
          defaultValue={q}
          aria-label="Search for"
          placeholder="Search the archive"
        />
        <button type="submit">Search</button>
      </form>
    );
  }
  return (
    <form
      className={styles.large}
      action="/search"
      role="search"
      aria-label="Search the archive"
      data-main-search=""
    >
      <div className={styles.words}>
        <label htmlFor="search-words">Search for</label>
        <input
          id="search-words"
          type="search"
          name="q"
          defaultValue={q}
          placeholder="A name, a place, a phrase"
        />
      </div>
      <div className={styles.scope}>
        <label htmlFor="search-scope">Search in</label>
        <select id="search-scope" name="in" defaultValue={scope}>
          {searchScopes.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">Search</button>
    </form>
  );
}
