import { Fact, Facts } from "@/app/_components/facts";
import { PlaceMap, type MappedPlace } from "@/app/_components/place-map";
import { readingOf } from "@/lib/archive/edtf";
import { hrefWith } from "@/lib/archive/hrefs";
import { coordinatesInWords } from "@/lib/places/view";

type PlaceName = {
  readonly name: string;
  readonly languageCode: string | null;
  readonly direction: string | null;
  readonly validEdtf: string | null;
};

type Properties = {
  place: {
    readonly slug: string;
    readonly name: string;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly wikidataId: string | null;
    readonly names: readonly PlaceName[];
    readonly mapped: readonly MappedPlace[];
  };
};

/** Where a place lies, and what else is known of it: its other names with the years they were valid, its entries elsewhere. */
export function PlaceFacts({ place }: Properties) {
  const { latitude, longitude, wikidataId } = place;
  return (
    <>
      {place.mapped.length > 0 ? (
        <>
          <PlaceMap places={place.mapped} label={`Where ${place.name} lies`} size="small" />
          <p>
            <a href={hrefWith("/map", { region: place.slug })} rel="nofollow">
              {place.name} on the big map
            </a>
          </p>
        </>
      ) : null}
      <Facts>
        <Fact label={place.names.length > 1 ? "Other names" : "Other name"}>
          {place.names.map(({ name, languageCode, direction, validEdtf }) => (
            <span key={name}>
              <span lang={languageCode ?? undefined} dir={direction ?? undefined}>
                {name}
              </span>
              {validEdtf ? <small> {readingOf(validEdtf) ?? validEdtf}</small> : null}
            </span>
          ))}
        </Fact>
        <Fact label="Coordinates">
          {latitude !== null && longitude !== null ? (
            <a
              href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=7/${latitude}/${longitude}`}
            >
              {coordinatesInWords(latitude, longitude)}
            </a>
          ) : null}
        </Fact>
        <Fact label="Elsewhere">
          {wikidataId ? (
            <a href={`https://www.wikidata.org/wiki/${wikidataId}`}>Wikidata {wikidataId}</a>
          ) : null}
        </Fact>
      </Facts>
    </>
  );
}
