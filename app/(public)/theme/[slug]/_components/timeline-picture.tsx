import type { TimelinePicture as Picture } from "@/lib/themes/view";
import styles from "./timeline-picture.module.css";

/** The events on an axis of years, by their numbers in the list below; each leads to its place there. */
export function TimelinePicture({ picture: { width, height, axis, marks, years } }: { picture: Picture }) {
  return (
    <div className={styles.frame}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label="Events on an axis of years"
        className={styles.picture}
      >
        <line x1="0" x2={width} y1={axis} y2={axis} className={styles.axis} />
        {years.map(({ label, x }) => (
          <g key={label} aria-hidden="true">
            <line x1={x} x2={x} y1={axis - 4} y2={axis + 4} className={styles.axis} />
            <text x={x} y={height - 4} textAnchor="middle" className={styles.year}>
              {label}
            </text>
          </g>
        ))}
        {marks.map(({ anchor, x, y, dayX }) => (
          <g key={anchor} aria-hidden="true" className={styles.lead}>
            <path d={`M${x} ${y}V${axis - 38}L${dayX} ${axis - 6}V${axis}`} />
            <circle cx={dayX} cy={axis} r="3" />
          </g>
        ))}
        {marks.map(({ anchor, number, words, x, y }) => (
          <a key={anchor} href={`#${anchor}`} aria-label={`${number}. ${words}`} className={styles.mark}>
            <title>{words}</title>
            <circle cx={x} cy={y} r="12.5" />
            <text x={x} y={y + 4.5} textAnchor="middle" aria-hidden="true">
              {number}
            </text>
          </a>
        ))}
      </svg>
    </div>
  );
}
