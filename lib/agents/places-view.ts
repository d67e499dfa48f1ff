import type { AgentPlace } from "@/db/queries/agent-topics";
import { placeHref } from "@/lib/archive/hrefs";

/** The places of one of an agent's two kinds, those of most records first. */
export const listedPlaces = (places: readonly AgentPlace[], count: "writtenAt" | "about") =>
  places
    .filter((place) => place[count] > 0)
    .toSorted((a, b) => b[count] - a[count])
    .map(({ slug, name, ...counts }) => ({ slug, name, description: null, records: counts[count] }));

/** The places whose position is known, as a map draws them. */
export const mappedPlaces = (places: readonly AgentPlace[]) =>
  places.flatMap(({ slug, name, latitude, longitude, writtenAt, about }) =>
    latitude === null || longitude === null
      ? []
      : [{ slug, name, latitude, longitude, count: writtenAt + about, href: placeHref(slug) }],
  );
