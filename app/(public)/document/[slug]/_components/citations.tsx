import { citeHref, hrefWith, recordFileHref } from "@/lib/archive/hrefs";
import type { loadCitations } from "@/lib/citations/loaders";
import type { StyledCitations } from "@/lib/citations/citations";
import styles from "./citations.module.css";

type Cited = Extract<Awaited<ReturnType<typeof loadCitations>>, { status: "published" }>;

/** A document cited in every style, to be selected or copied, and as files for reference managers. */
export function Citations({ cited }: { cited: Cited }) {
  const { record, part, address } = cited;
  return (
    <div data-citations className={styles.citations}>
      {cited.styles.map((style) => (
        <Style key={style.key} style={style} />
      ))}
      <section aria-labelledby="cite-address" className={styles.style}>
        <h2 id="cite-address" className={styles.name}>
          Permalink
        </h2>
        <Copied id="cite-permalink" label={part.paragraph === null ? "Address" : "Address of the paragraph"}>
          <a href={address}>{address}</a>
        </Copied>
      </section>
      <section aria-labelledby="cite-files" className={styles.style}>
        <h2 id="cite-files" className={styles.name}>
          For reference managers
        </h2>
        <ul role="list" className={styles.files}>
          {files.map(({ extension, label }) => (
            <li key={extension}>
              <a href={recordFileHref(record.slug, extension)}>{label}</a>
            </li>
          ))}
        </ul>
      </section>
      <Day cited={cited} />
    </div>
  );
}

const files = [
  { extension: "ris", label: "RIS" },
  { extension: "bib", label: "BibTeX" },
  { extension: "csl.json", label: "CSL-JSON" },
];

function Style({ style: { key, name, edition, citations } }: { style: StyledCitations }) {
  return (
    <section aria-labelledby={`cite-${key}`} className={styles.style}>
      <h2 id={`cite-${key}`} className={styles.name}>
        {name} <span className={styles.edition}>{edition}</span>
      </h2>
      {citations.map(({ label, html }, index) => (
        <Copied key={label} id={`cite-${key}-${index + 1}`} label={label}>
          <span dangerouslySetInnerHTML={{ __html: html }} />
        </Copied>
      ))}
    </section>
  );
}

function Copied({ id, label, children }: { id: string; label: string; children: React.ReactNode }) {
  return (
    <div className={styles.citation}>
      <h3 id={`${id}-label`} className={styles.label}>
        {label}
      </h3>
      <p id={id} className={styles.words}>
        {children}
      </p>
      <p className={styles.copy}>
        <button type="button" data-quiet data-copy={id} aria-describedby={`${id}-label`} hidden>
          Copy
        </button>
      </p>
    </div>
  );
}

/** The day for which the citations vouch, and why they name none on which the page was read. */
function Day({ cited: { record, part, asOf, lastChange } }: { cited: Cited }) {
  const address = (query: { as: string | null; p: number | null }) => hrefWith(citeHref(record.slug), query);
  const { paragraph } = part;
  return (
    <section aria-labelledby="cite-day" className={styles.style}>
      <h2 id="cite-day" className={styles.name}>
        Dates of the record
      </h2>
      <div className={styles.notes}>
        {asOf === null ? (
          <p>
            The record was last changed on {lastChange.words}.{" "}
            <a href={address({ p: paragraph, as: lastChange.iso })}>Cite it as of that day</a>.
          </p>
        ) : (
          <p>
            The citations name the state of {part.asOf}.{" "}
            <a href={address({ p: paragraph, as: null })}>Cite it without a day</a>.
          </p>
        )}
        {paragraph === null ? null : (
          <p>
            <a href={address({ p: null, as: asOf })}>Cite the whole document</a> instead of paragraph{" "}
            {paragraph}.
          </p>
        )}
        <p>
          No date of access is given: this page does not change from day to day. If your publisher wants one,
          add the day on which you read the document.
        </p>
      </div>
    </section>
  );
}
