import { LinkRow } from "@/app/_components/link-row";
import type { ReadablePart, Sides } from "@/lib/texts/sides";
import styles from "./side-choice.module.css";

type Properties = {
  parts: readonly ReadablePart[];
  sides: Sides;
  hrefOf: (left: string, right: string) => string;
};

/** Links that put another part on one side; the part that stands on the other side changes places with it. */
export function SideChoice({ parts, sides, hrefOf }: Properties) {
  const { left, right } = sides;
  return (
    <details className={styles.choices}>
      <summary>
        Left: {left.label} <span aria-hidden="true">/</span> Right: {right.label}
      </summary>
      <div className={styles.sides}>
        <div className={styles.choice}>
          <span className="label">Left</span>
          <LinkRow
            label="Left side"
            links={parts.map(({ key, label }) => ({
              label,
              href: hrefOf(key, key === right.key ? left.key : right.key),
              isCurrent: key === left.key,
            }))}
          />
        </div>
        <div className={styles.choice}>
          <span className="label">Right</span>
          <LinkRow
            label="Right side"
            links={parts.map(({ key, label }) => ({
              label,
              href: hrefOf(key === left.key ? right.key : left.key, key),
              isCurrent: key === right.key,
            }))}
          />
        </div>
      </div>
    </details>
  );
}
