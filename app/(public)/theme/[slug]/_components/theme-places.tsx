import { CountedList } from "@/app/_components/counted-list";
import { PlaceMap } from "@/app/_components/place-map";
import { placeHref } from "@/lib/archive/hrefs";
import type { ThemePlace } from "@/lib/themes/view";

/** The places that a theme's records name most often, on a map and as a list. */
export function ThemePlaces({ places }: { places: readonly ThemePlace[] }) {
  if (places.length === 0) return null;
  const mapped = places.flatMap(({ slug, name, latitude, longitude, records }) =>
    latitude === null || longitude === null
      ? []
      : [{ slug, name, latitude, longitude, count: records, href: placeHref(slug) }],
  );
  return (
    <section aria-labelledby="places">
      <h2 id="places">Places</h2>
      {mapped.length > 0 ? (
        <PlaceMap places={mapped} label="Places named in the records of this theme" />
      ) : null}
      <CountedList
        entries={places.map(({ slug, name, records }) => ({
          href: placeHref(slug),
          name,
          description: null,
          records,
        }))}
      />
    </section>
  );
}
