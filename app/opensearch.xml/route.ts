import { archiveName, publicOrigin } from "@/lib/env";
import { openSearchDescription, openSearchType } from "@/lib/search/open-search";

/** Lets browsers offer the archive among their search engines, with its suggestions. */
export function GET() {
  return new Response(openSearchDescription(archiveName(), publicOrigin()), {
    headers: { "content-type": openSearchType, "cache-control": "public, max-age=86400" },
  });
}
