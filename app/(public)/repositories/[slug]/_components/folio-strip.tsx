import { stretchInWords, type FolioCoverage } from "@/lib/archive/folio-coverage";
import { coverageInWords } from "@/lib/repositories/view";
import styles from "./folio-strip.module.css";

type Properties = {
  coverage: FolioCoverage;
  runs: readonly { id: number; from: number; to: number; isShared: boolean }[];
};

/** The length of the strip in its own units; the page stretches it. */
const length = 1000;

/** Narrower marks could not be seen. */
const narrowest = 4;

/** The published folios of a file as marks on a strip, with the same in words. */
export function FolioStrip({ coverage, runs }: Properties) {
  const { bounds } = coverage;
  const words = coverageInWords(coverage);
  if (bounds === null || words === null) return null;
  const unit = length / (bounds.to - bounds.from + 1);
  return (
    <figure className={styles.strip}>
      <svg
        role="img"
        aria-labelledby="strip-words"
        viewBox={`0 0 ${length} 20`}
        preserveAspectRatio="none"
        className={styles.picture}
      >
        <rect width={length} height="20" className={styles.ground} />
        {runs.map(({ id, from, to, isShared }) => (
          <rect
            key={id}
            x={Math.min(length - narrowest, (from - bounds.from) * unit)}
            y={isShared ? 2 : 4}
            width={Math.max(narrowest, (to - from + 1) * unit)}
            height={isShared ? 16 : 12}
            className={isShared ? styles.shared : styles.run}
          >
            <title>{stretchInWords({ from, to })}</title>
          </rect>
        ))}
      </svg>
      <figcaption>
        <span className={styles.bounds} aria-hidden="true">
          <span>{bounds.from}</span>
          <span>{bounds.to}</span>
        </span>
        <span id="strip-words">{words}</span>
      </figcaption>
    </figure>
  );
}
