import { CountedList } from "@/app/_components/counted-list";
import { placeHref, subjectHref } from "@/lib/archive/hrefs";
import type { Portrait } from "@/lib/agents/loaders";
import { headingInWords } from "@/lib/subjects/view";
import styles from "./sections.module.css";

/** The places that an agent wrote from and that its records are about, and the subjects they carry most often. */
export function Topics({ portrait, name }: { portrait: Portrait; name: string }) {
  const { places, subjects } = portrait;
  const listed = (count: "writtenAt" | "about") =>
    places
      .filter((place) => place[count] > 0)
      .toSorted((a, b) => b[count] - a[count])
      .slice(0, 10)
      .map((place) => ({
        href: placeHref(place.slug),
        name: place.name,
        description: null,
        records: place[count],
      }));
  const [from, about] = [listed("writtenAt"), listed("about")];
  return (
    <>
      {places.length > 0 ? (
        <section aria-labelledby="places" className={styles.section}>
          <h2 id="places">Places</h2>
          <div className={styles.columns}>
            {from.length > 0 ? (
              <div>
                <h3>Where {name} wrote from</h3>
                <CountedList entries={from} />
              </div>
            ) : null}
            {about.length > 0 ? (
              <div>
                <h3>What the records are about</h3>
                <CountedList entries={about} />
              </div>
            ) : null}
          </div>
        </section>
      ) : null}
      {subjects.length > 0 ? (
        <section aria-labelledby="subjects" className={styles.section}>
          <h2 id="subjects">Subjects most often</h2>
          <div className={styles.flow}>
            <CountedList
              entries={subjects.map((subject) => ({
                href: subjectHref(subject.slug),
                name: headingInWords(subject.name),
                description: null,
                records: subject.records,
              }))}
            />
          </div>
        </section>
      ) : null}
    </>
  );
}
