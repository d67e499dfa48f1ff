import { relOf } from "@/lib/archive/hrefs";
import styles from "./pagination.module.css";

type Properties = {
  /** Counted from 1. */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  /** What its links tell crawlers; usually what their addresses say (`relOf`). */
  rel?: string;
  /** Tells the ways through one list from those through another on the same page. */
  label?: string;
};

/** The numbers to offer: both ends, the page's neighbours, and null where some are left out. */
function offered(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const numbers = [...new Set(wanted)].toSorted((a, b) => a - b);
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1] ?? number - 1;
    if (number - before === 2) return [number - 1, number];
    return number - before > 2 ? [null, number] : [number];
  });
}

const plain = new Intl.NumberFormat("en");

/** Ways through a list of several pages; nothing for a list of one. */
export function Pagination({ page, pages, hrefOf, rel, label = "Pages" }: Properties) {
  if (pages <= 1) return null;
  const relFor = (number: number, way?: "prev" | "next") =>
    [way, rel ?? relOf(hrefOf(number))].filter(Boolean).join(" ") || undefined;
  return (
    <nav aria-label={label} className={styles.pagination}>
      {page > 1 ? (
        <a className={styles.step} href={hrefOf(page - 1)} rel={relFor(page - 1, "prev")}>
          Previous
        </a>
      ) : null}
      <ol role="list">
        {offered(page, pages).map((number, index) => (
          <li key={number ?? `gap-${index}`}>
            {number === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a
                href={hrefOf(number)}
                rel={relFor(number)}
                aria-label={`Page ${plain.format(number)}`}
                aria-current={number === page ? "page" : undefined}
              >
                {plain.format(number)}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages ? (
        <a className={styles.step} href={hrefOf(page + 1)} rel={relFor(page + 1, "next")}>
          Next
        </a>
      ) : null}
      <p className={styles.place}>
        Page {plain.format(page)} of {plain.format(pages)}
      </p>
    </nav>
  );
}
