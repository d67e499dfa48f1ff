import { findSavedSearchAt } from "@/db/queries/saved-searches";
import { savedSearchFeedHref, savedSearchHref } from "@/lib/archive/hrefs";
import { feedOf } from "@/lib/exports/feed";
import { inWords } from "@/lib/exports/headers";
import { stateOf } from "./form";

/**
 * What a saved search finds now, as a feed that stays the same feed when the search is changed: as `feedOf`, and 404 where there is no
 * such search, 410 where it was given up.
 */
export async function savedSearchFeed(slug: string, headers: Headers): Promise<Response> {
  const search = await findSavedSearchAt(slug);
  if (search === null) return inWords(404, "There is no such search.");
  if (search === "gone") return inWords(410, "This saved search was given up. You can stop following it.");
  return feedOf(
    stateOf(search.parameters),
    {
      id: savedSearchHref(slug),
      self: savedSearchFeedHref(slug),
      page: savedSearchHref(slug),
      title: search.name,
    },
    headers,
  );
}
