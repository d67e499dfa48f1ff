import { CountedList } from "@/app/_components/counted-list";
import { Pagination } from "@/app/_components/pagination";
import { numberInWords } from "@/lib/archive/counts";
import { hrefWith } from "@/lib/archive/hrefs";
import type { HoldingParts as Parts } from "@/lib/repositories/loaders";
import styles from "./holding-parts.module.css";

type Properties = {
  parts: Parts;
  path: string;
  /** What the parts were narrowed to. */
  words?: string | null;
};

/** What lies right below a place in an archive's order, level by level. */
export function HoldingParts({ parts, path, words = null }: Properties) {
  if (parts.total === 0) return null;
  return (
    <section aria-labelledby="parts" className={styles.parts}>
      <h2 id="parts">Held here</h2>
      {parts.levels.map(({ label, inLevel, entries }) => (
        <div key={label}>
          <h3 className={styles.level}>
            {numberInWords(inLevel)} {label.toLowerCase()}
          </h3>
          <CountedList entries={entries} />
        </div>
      ))}
      <Pagination
        label="Pages of parts"
        page={parts.page}
        pages={parts.pages}
        hrefOf={(page) => hrefWith(path, { q: words, part: page > 1 ? page : null })}
      />
    </section>
  );
}
