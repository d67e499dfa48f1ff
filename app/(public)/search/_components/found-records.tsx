import { Pagination } from "@/app/_components/pagination";
import type { FoundPlaces } from "@/lib/search/found-places";
import type { SearchResults } from "@/lib/search/results";
import { searchHref, type SearchState } from "@/lib/search/state";
import { HitList } from "./hit-list";
import { HitTable } from "./hit-table";
import { HitTimeline } from "./hit-timeline";
import { ResultsMap } from "./results-map";

type Found = Extract<SearchResults, { status: "found" }>;
type Properties = { state: SearchState; results: Found; places: FoundPlaces | null };

/** The results in the view that was chosen: a page of them, or all of them on a map. */
export function FoundRecords({ state, results: { hits, page, pages }, places }: Properties) {
  if (state.view === "map") return places ? <ResultsMap state={state} places={places} /> : null;
  return (
    <>
      {state.view === "list" ? <HitList hits={hits} /> : null}
      {state.view === "table" ? <HitTable hits={hits} state={state} /> : null}
      {state.view === "timeline" ? <HitTimeline hits={hits} /> : null}
      <Pagination
        page={page}
        pages={pages}
        rel="nofollow"
        hrefOf={(number) => searchHref({ ...state, page: number })}
      />
    </>
  );
}
