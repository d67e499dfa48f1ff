import styles from "./search-words.module.css";

type Properties = {
  /** For a label that stands elsewhere; a field without one is named by itself. */
  id?: string;
  q: string;
  placeholder: string;
  maxLength?: number;
};

/**
 * The field for the words of a search, with room below it for suggestions, which a script shows (`app/_browser/suggest`). The script may
 * come before React does where a page has that; then these elements bear attributes that React does not know.
 */
export function SearchWords({ id, q, placeholder, maxLength }: Properties) {
  return (
    <>
      <input
        id={id}
        type="search"
        name="q"
        defaultValue={q}
        dir="auto"
        maxLength={maxLength}
        aria-label={id === undefined ? "Search for" : undefined}
        placeholder={placeholder}
        data-suggest=""
        suppressHydrationWarning
      />
      <div className={styles.suggestions} data-suggestions="" hidden suppressHydrationWarning />
      <div className="visually-hidden" data-suggestions-status="" role="status" />
    </>
  );
}
