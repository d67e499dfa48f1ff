import { RecordList } from "@/app/_components/record-list";
import { recordHref } from "@/lib/archive/hrefs";
import { shownDate } from "@/lib/archive/listed-record";
import type { SearchHit } from "@/lib/search/results";
import type { Fragment } from "@/lib/search/snippet";
import styles from "./hit-list.module.css";

/** The hits as the listing shows records, with what matched marked. */
export function HitList({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <RecordList
      records={hits.map(({ slug, title, snippet, types, people, ...date }) => ({
        href: recordHref(slug),
        title: <Marked fragments={title} />,
        date: shownDate(date),
        summary: snippet ? (
          <>
            {snippet.field ? <span className={styles.field}>{snippet.field}: </span> : null}
            <Marked fragments={snippet.fragments} />
          </>
        ) : undefined,
        note: [types.join(", "), people.join("; ")].filter(Boolean).join(" · "),
      }))}
    />
  );
}

function Marked({ fragments }: { fragments: readonly Fragment[] }) {
  return fragments.map(({ text, isMatch }, index) =>
    // Fragments have no identity but their place.
    isMatch ? <mark key={index}>{text}</mark> : text,
  );
}
