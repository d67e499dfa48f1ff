import { CountedList } from "@/app/_components/counted-list";
import { PlaceMap } from "@/app/_components/place-map";
import { placeHref } from "@/lib/archive/hrefs";
import type { Portrait } from "@/lib/agents/loaders";
import { listedPlaces, mappedPlaces } from "@/lib/agents/places-view";
import styles from "./sections.module.css";

/** The places that an agent wrote from and that its records are about, on a map as far as it is known where they lie. */
export function AgentPlaces({ name, places }: { name: string; places: Portrait["places"] }) {
  if (places.length === 0) return null;
  const mapped = mappedPlaces(places);
  return (
    <section aria-labelledby="places" className={styles.section}>
      <h2 id="places">Places</h2>
      <div className={mapped.length > 0 ? styles.mapped : undefined}>
        {mapped.length > 0 ? (
          <PlaceMap places={mapped} label={`Map of the places of ${name}`} size="half" />
        ) : null}
        <div className={styles.columns}>
          <PlaceColumn heading={`Where ${name} wrote from`} entries={listedPlaces(places, "writtenAt")} />
          <PlaceColumn heading="What the records are about" entries={listedPlaces(places, "about")} />
        </div>
      </div>
    </section>
  );
}

function PlaceColumn({ heading, entries }: { heading: string; entries: ReturnType<typeof listedPlaces> }) {
  if (entries.length === 0) return null;
  return (
    <div>
      <h3>{heading}</h3>
      <CountedList entries={entries.map((entry) => ({ ...entry, href: placeHref(entry.slug) }))} />
    </div>
  );
}
