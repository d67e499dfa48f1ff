import { preflight } from "@/lib/exports/headers";
import { savedSearchFeed } from "@/lib/saved-searches/feed";

/** What a saved search finds, to be followed. */
export async function GET(request: Request, { params }: RouteContext<"/searches/[slug]/feed.atom">) {
  return savedSearchFeed((await params).slug, request.headers);
}

export const OPTIONS = preflight;
