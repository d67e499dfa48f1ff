import { hrefWith } from "@/lib/archive/hrefs";
import { choiceOf, pageOf, parameterOf, type ListQuery } from "@/lib/archive/list-query";
import { placeRoles, type PlaceRole } from "@/lib/archive/vocabulary";
import { mapParts, type MapPart } from "./parts";

/** The orders of the table beside the map, the usual one first. */
export const mapSorts = ["records", "name", "country"] as const;
export type MapSort = (typeof mapSorts)[number];

/** What the map's address asks for; null stands for no restriction. */
export type MapState = {
  /** First and last year, inclusive. */
  readonly from: number | null;
  readonly to: number | null;
  readonly role: PlaceRole | null;
  /** A part of the earth, or the slug of a place to which the map is brought closer; never both. */
  readonly part: MapPart | null;
  readonly region: string | null;
  readonly sort: MapSort;
  readonly page: number;
};

/** Reads the state from the address; what cannot be understood is taken for absent, and years stand in their order. */
export function mapStateOf(query: ListQuery): MapState {
  const [one, other] = [yearIn(query, "from"), yearIn(query, "to")];
  const isTurned = one !== null && other !== null && one > other;
  const part = choiceOf(query, "part", mapParts);
  const region = parameterOf(query, "region");
  return {
    from: isTurned ? other : one,
    to: isTurned ? one : other,
    role: choiceOf(query, "role", placeRoles),
    part,
    region: part === null && region !== null && /^[a-z0-9-]{1,100}$/.test(region) ? region : null,
    sort: choiceOf(query, "sort", mapSorts) ?? mapSorts[0],
    page: pageOf(query),
  };
}

function yearIn(query: ListQuery, name: string): number | null {
  const value = parameterOf(query, name);
  return value !== null && /^\d{3,4}$/.test(value) ? Number(value) : null;
}

/** The address of a state; what is usual vanishes. A change of anything but the page begins the table anew. */
export function mapHref(state: MapState, change: Partial<MapState> = {}): string {
  const { from, to, role, part, region, sort, page } = { ...state, page: 1, ...change };
  return hrefWith("/map", {
    from,
    to,
    role,
    part,
    region,
    sort: sort === mapSorts[0] ? null : sort,
    page: page > 1 ? page : null,
  });
}

/** Whether the map shows less than everything or otherwise than usual; such addresses are not for search machines. */
export const isMapNarrowed = ({ from, to, role, part, region, sort }: MapState): boolean =>
  [from, to, role, part, region].some((value) => value !== null) || sort !== mapSorts[0];
