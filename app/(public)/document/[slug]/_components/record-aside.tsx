import { DateText } from "@/app/_components/date-text";
import { Fact, Facts } from "@/app/_components/facts";
import { shownEdtf } from "@/lib/archive/listed-record";
import { recordFileHref } from "@/lib/archive/hrefs";
import { recordFormats } from "@/lib/records/formats";
import { textLabel } from "@/lib/archive/labels";
import type { PublishedRecord } from "@/lib/records/loaders";
import { CiteLink } from "./cite-link";
import styles from "./record-aside.module.css";

/** How to find and cite the record, and ways to the parts of a long page. */
export function RecordAside({ record, permalink }: { record: PublishedRecord; permalink: string }) {
  const parts = [
    ...(record.files.length + record.externalScans.length > 0 ? [{ href: "#scans", label: "Original" }] : []),
    ...record.texts.map((text) => ({ href: `#t${text.id}`, label: textLabel(text) })),
  ];
  const added = shownEdtf(record.firstPublishedAt?.toISOString().slice(0, 10) ?? null);
  const changed = shownEdtf(record.updatedAt.toISOString().slice(0, 10));
  return (
    <aside aria-label="This record" className={styles.aside}>
      <CiteLink slug={record.slug} />
      <Facts>
        <Fact label="On this page">
          {parts.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </Fact>
        <Fact label="Permalink">
          <a href={permalink}>{permalink.replace(/^https?:\/\//, "")}</a>
        </Fact>
        <Fact label="Download">
          {recordFormats.map(({ extension, label }) => (
            <a key={extension} href={recordFileHref(record.slug, extension)}>
              {label}
            </a>
          ))}
        </Fact>
        <Fact label="Record number">
          <span data-figures="tabular">{record.id}</span>
        </Fact>
        <Fact label="Rights">
          {record.rights ? (
            record.rights.uri === null ? (
              record.rights.name
            ) : (
              <a href={record.rights.uri}>{record.rights.name}</a>
            )
          ) : null}
        </Fact>
        <Fact label="Added">{added ? <DateText date={added} /> : null}</Fact>
        <Fact label="Last changed">
          {changed && changed.words !== added?.words ? <DateText date={changed} /> : null}
        </Fact>
      </Facts>
    </aside>
  );
}
