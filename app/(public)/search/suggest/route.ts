import { publicOrigin } from "@/lib/env";
import { openSearchSuggestions } from "@/lib/search/open-search";
import { listSuggestions, suggestibleText } from "@/lib/search/suggestions";

/** Short, because a record may be withdrawn; open to any site, for nothing in it is anybody's own. */
const headers = {
  "access-control-allow-origin": "*",
  "cache-control": "public, max-age=15",
  "x-robots-tag": "noindex",
};

/**
 * What the words typed so far (`q`) may be meant for, in groups, as JSON; `format=opensearch` answers browsers, in the manner of
 * OpenSearch Suggestions.
 */
export async function GET(request: Request) {
  const params = new URL(request.url).searchParams;
  const text = suggestibleText(params.get("q") ?? "");
  const groups = await listSuggestions(text);
  if (params.get("format") !== "opensearch") return Response.json({ query: text, groups }, { headers });
  return Response.json(openSearchSuggestions(text, groups, publicOrigin()), {
    headers: { ...headers, "content-type": "application/x-suggestions+json" },
  });
}
