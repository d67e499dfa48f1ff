import { RecordList } from "@/app/_components/record-list";
import { shownDate } from "@/lib/archive/listed-record";
import { hitHref } from "@/lib/search/hit-view";
import type { Passage, SearchHit } from "@/lib/search/results";
import { HitReasons } from "./hit-reasons";
import styles from "./hit-list.module.css";
import { Marked, Told } from "./told";

/** The hits as the listing shows records, with what matched marked; those found in a text open at the paragraph. */
export function HitList({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <RecordList
      records={hits.map((hit) => ({
        href: hitHref(hit),
        title: <Marked fragments={hit.title} />,
        date: shownDate(hit),
        summary: hit.snippet ? <Told passage={hit.snippet} /> : undefined,
        note: noteOf([hit.types.join(", "), hit.people.join("; ")].filter(Boolean).join(" · "), hit.foundIn),
        more: <HitReasons reasons={hit.reasons} />,
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
