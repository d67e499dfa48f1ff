import styles from "./scan-pane.module.css";

type Properties = { page: number; pages: number; hrefOf: (page: number) => string };

/** First, previous, next and last page of the scans; what leads nowhere is not a link. */
export function ScanPager({ page, pages, hrefOf }: Properties) {
  const step = (label: string, sign: string, target: number, rel?: "prev" | "next") => {
    const leads = target >= 1 && target <= pages && target !== page;
    return (
      <li>
        <a
          {...(leads ? { href: hrefOf(target) } : { role: "link", "aria-disabled": true })}
          {...(rel ? { rel } : {})}
          aria-label={`${label} page`}
          title={`${label} page`}
          data-scan-step={label.toLowerCase()}
        >
          <span aria-hidden="true">{sign}</span>
        </a>
      </li>
    );
  };
  return (
    <nav aria-label="Pages of the scan" className={styles.pager}>
      <ul role="list">
        {step("First", "«", 1)}
        {step("Previous", "‹", page - 1, "prev")}
        <li className={styles.position} data-scan-position="">
          Page {page} of {pages}
        </li>
        {step("Next", "›", page + 1, "next")}
        {step("Last", "»", pages)}
      </ul>
    </nav>
  );
}
