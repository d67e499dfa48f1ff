import { RecordList } from "@/app/_components/record-list";
import { foundHref, recordHref } from "@/lib/archive/hrefs";
import { shownDate } from "@/lib/archive/listed-record";
import type { Passage, SearchHit } from "@/lib/search/results";
import type { Fragment } from "@/lib/search/snippet";
import styles from "./hit-list.module.css";

/** The hits as the listing shows records, with what matched marked; those found in a text open at the paragraph. */
export function HitList({ hits, query }: { hits: readonly SearchHit[]; query: string }) {
  return (
    <RecordList
      records={hits.map(({ slug, title, snippet, anchor, foundIn, types, people, ...date }) => ({
        href: anchor === null ? recordHref(slug) : foundHref(slug, query, anchor),
        title: <Marked fragments={title} />,
        date: shownDate(date),
        summary: snippet ? <Told passage={snippet} /> : undefined,
        note: noteOf([types.join(", "), people.join("; ")].filter(Boolean).join(" · "), foundIn),
      }))}
    />
  );
}

/** The quiet line below a hit; nothing where there is nothing to say. */
function noteOf(words: string, foundIn: Passage | null) {
  if (!foundIn) return words;
  return (
    <>
      {words}
      <span className={styles.found}>
        <Told passage={foundIn} />
      </span>
    </>
  );
}

function Told({ passage: { field, fragments } }: { passage: Passage }) {
  return (
    <>
      {field ? <span className={styles.field}>{`${field}: `}</span> : null}
      <Marked fragments={fragments} />
    </>
  );
}

function Marked({ fragments }: { fragments: readonly Fragment[] }) {
  return fragments.map(({ text, isMatch }, index) =>
    // Fragments have no identity but their place.
    isMatch ? <mark key={index}>{text}</mark> : text,
  );
}
