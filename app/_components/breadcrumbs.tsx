import styles from "./breadcrumbs.module.css";

/** One step of the way to a page; the last step, the page itself, is not part of it. */
export type Step = { readonly label: string; readonly href: string };

export function Breadcrumbs({ trail }: { trail: readonly Step[] }) {
  if (trail.length === 0) return null;
  return (
    <nav aria-label="Breadcrumbs" className={styles.breadcrumbs}>
      <ol role="list">
        {trail.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
