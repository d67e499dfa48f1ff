import styles from "./step-links.module.css";

type Step = { readonly href: string; readonly label: string } | null;

/** What stands before and after a page in its own order; nothing at either end. */
export function StepLinks({ label, before, after }: { label: string; before: Step; after: Step }) {
  if (!before && !after) return null;
  return (
    <nav aria-label={label} className={styles.steps}>
      {before ? (
        <a href={before.href} rel="prev">
          <span aria-hidden="true">← </span>
          {before.label}
        </a>
      ) : null}
      {after ? (
        <a href={after.href} rel="next">
          {after.label}
          <span aria-hidden="true"> →</span>
        </a>
      ) : null}
    </nav>
  );
}
