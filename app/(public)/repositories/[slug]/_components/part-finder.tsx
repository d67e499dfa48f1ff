import type { HoldingParts } from "@/lib/repositories/loaders";
import styles from "./holding-parts.module.css";

type Properties = { path: string; words: string | null; parts: HoldingParts | null };

/** The field that finds a fonds among many by its name. */
export function PartFinder({ path, words, parts }: Properties) {
  return (
    <search aria-label="Find a fonds">
      <form className={styles.finder} action={path}>
        <input
          type="search"
          name="q"
          defaultValue={words ?? ""}
          aria-label="Name of a fonds"
          placeholder="Find a fonds"
        />
        <button type="submit" data-quiet="">
          Find
        </button>
      </form>
      {words === null ? null : (
        <p className={styles.level}>
          {parts?.total === 0 ? `Nothing held here is called “${words}”. ` : `Called “${words}”. `}
          <a href={path}>Show all</a>
        </p>
      )}
    </search>
  );
}
