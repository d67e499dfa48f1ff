import { parseSearchState } from "@/lib/search/state";
import { searchRecords } from "@/lib/search/search-records";

const headers = { "access-control-allow-origin": "*", "cache-control": "no-store" };

/** The results of `/search` as JSON, for the same parameters; one page of published records, open to any site. */
export async function GET(request: Request) {
  const state = parseSearchState(new URL(request.url).searchParams);
  const results = await searchRecords(state);
  return Response.json(results, { status: results.status === "refused" ? 503 : 200, headers });
}
