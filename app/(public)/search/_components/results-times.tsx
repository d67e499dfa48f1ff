import { TimeChart } from "@/app/_components/time-chart";
import { countOf } from "@/lib/archive/counts";
import { capitalised } from "@/lib/archive/listed-record";
import { waysOutOf } from "@/lib/search/date-view";
import { timeBars } from "@/lib/search/histogram-view";
import type { Histogram } from "@/lib/search/results";
import type { SearchState } from "@/lib/search/state";
import styles from "./results-times.module.css";

type Properties = { state: SearchState; histogram: Histogram };

/** The results by time, each bar a way to narrow them, and ways out of a time that they are narrowed to. */
export function ResultsTimes({ state, histogram }: Properties) {
  const bars = timeBars(state, histogram);
  const waysOut = waysOutOf(state);
  const notes = (
    <>
      {histogram.undated > 0 ? `Undated: ${countOf(histogram.undated, "record")}. ` : null}
      <span className={styles.ways}>
        {waysOut.map(({ label, href }) => (
          <a key={href} href={href} rel="nofollow">
            {label}
          </a>
        ))}
      </span>
    </>
  );
  // A single bar tells nothing that the number of results does not.
  if (bars.length < 2) return waysOut.length > 0 ? <p className={styles.alone}>{notes}</p> : null;
  const { unit } = histogram;
  return (
    <TimeChart
      id="times"
      heading={`Results by ${unit}`}
      level={3}
      unit={capitalised(unit)}
      bars={bars}
      rel="nofollow"
      isLow
    >
      {notes}
    </TimeChart>
  );
}
