import { searchScopes, type SearchScope } from "@/lib/archive/search-scopes";
import { SearchWords } from "./search-words";
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
      <search aria-label="Search the archive">
        <form className={styles.compact} action="/search">
          <SearchWords q={q} placeholder="Search the archive" />
          <button type="submit">Search</button>
        </form>
      </search>
    );
  }
  return (
    <search aria-label="Search the archive" data-main-search="">
      <form className={styles.large} action="/search">
        <div className={styles.words}>
          <label htmlFor="search-words">Search for</label>
          <SearchWords id="search-words" q={q} placeholder="A name, a place, a phrase" />
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
    </search>
  );
}
