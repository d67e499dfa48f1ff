import { countOf } from "@/lib/archive/counts";
import { frames, placedWithin, type FrameSize } from "@/lib/maps/frames";
import { labelSize, marksOf } from "@/lib/maps/marks";
import { outlineOf } from "@/lib/maps/outline";
import { windowOf, type EarthPoint, type MapWindow } from "@/lib/maps/projection";
import styles from "./place-map.module.css";

/** A place with the number of records that its circle stands for; degrees are WGS 84. */
export type MappedPlace = EarthPoint & {
  readonly slug: string;
  readonly name: string;
  readonly count: number;
  readonly href: string;
};

type Properties = {
  places: readonly MappedPlace[];
  /** What the map shows, for those who do not see it. */
  label: string;
  /** A column beside a text for "small", a list's neighbour for "half", the page's whole width else. */
  size?: FrameSize;
  /** What the map shows of the earth; as close as its places allow where nothing is given. */
  view?: MapWindow;
  /** Begins the ids that the map needs; to be given where a page has two. */
  id?: string;
  rel?: string;
};

/**
 * A map drawn on the server: a circle for each place, its area telling the number of records, each a link. Whoever comes by keyboard can
 * leave it out. A list of the same places stands on every page that has a map.
 */
export function PlaceMap({ places, label, size = "page", view, id = "map", rel }: Properties) {
  const frame = frames[size];
  const shown = view ?? windowOf(places, frame);
  const outline = outlineOf(shown, frame);
  const marks = marksOf(placedWithin(places, shown, frame), frame);
  return (
    <div className={styles.map}>
      <a className={`visually-hidden ${styles.skip}`} href={`#${id}-end`}>
        Skip the map
      </a>
      <div className={styles.scroll} data-size={size}>
        <span className={styles.middle} />
        <svg
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          role="group"
          aria-label={label}
          className={styles.drawing}
          fontSize={labelSize}
        >
          <g aria-hidden="true" transform="scale(.1)">
            <path className={styles.graticule} d={outline.graticule} />
            <path className={styles.land} d={outline.land} />
            <path className={styles.borders} d={outline.borders} />
          </g>
          {marks.map((mark) => (
            <a
              key={mark.slug}
              href={mark.href}
              rel={rel}
              className={styles.place}
              aria-label={`${mark.name}: ${countOf(mark.count, "record")}`}
            >
              <circle className={styles.reach} cx={round(mark.x)} cy={round(mark.y)} r={round(mark.reach)} />
              <circle className={styles.mark} cx={round(mark.x)} cy={round(mark.y)} r={round(mark.radius)} />
              <text
                className={mark.label.isShown ? styles.label : styles.hiddenLabel}
                x={round(mark.label.x)}
                y={round(mark.label.y)}
                textAnchor={mark.label.anchor}
              >
                {mark.name}
              </text>
            </a>
          ))}
        </svg>
      </div>
      <span id={`${id}-end`} tabIndex={-1} />
    </div>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
