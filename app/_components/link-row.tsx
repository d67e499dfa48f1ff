import styles from "./link-row.module.css";

type Properties = {
  label: string;
  links: readonly { href: string | null; label: string; count?: string; isCurrent?: boolean }[];
  rel?: string;
};

/** A row of short links between views of one list; those that lead nowhere are shown but cannot be followed. */
export function LinkRow({ label, links, rel }: Properties) {
  return (
    <nav aria-label={label} className={styles.row}>
      <ul role="list">
        {links.map((link) => (
          <li key={link.label}>
            {link.href === null ? (
              <span className={styles.empty}>{link.label}</span>
            ) : (
              <a href={link.href} rel={rel} aria-current={link.isCurrent ? "page" : undefined}>
                {link.label}
                {link.count === undefined ? null : <span className={styles.count}> {link.count}</span>}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
