import styles from "./breadcrumbs.module.css";

/** One step of the way to a page; the last step, the page itself, is not part of it. */
export type Step = { readonly label: string; readonly href: string };

const home: Step = { label: "Home", href: "/" };

/** The step before every list that is a way into the archive. */
export const browseStep: Step = { label: "Browse", href: "/browse" };

/** The way from the home page to this one. */
export function Breadcrumbs({ trail }: { trail: readonly Step[] }) {
  return (
    <nav aria-label="Breadcrumbs" className={styles.breadcrumbs}>
      <ol role="list">
        {[home, ...trail].map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
