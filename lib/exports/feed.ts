import { createHash } from "node:crypto";
import { findLatestChange, listExportedRecords } from "@/db/queries/exported-records";
import { countOf } from "@/lib/archive/counts";
import { answerWithBytes } from "@/lib/cache/render-scope";
import { archiveName } from "@/lib/env";
import { isKnown } from "@/lib/records/conditional";
import { findNewestIds } from "@/lib/search/found-ids";
import { gates } from "@/lib/search/gate";
import type { SearchState } from "@/lib/search/state";
import { addressesHere } from "./answer-head";
import { atomOf } from "./atom";
import { busy, machineHeaders } from "./headers";

/** The entries of a feed: the records that were published last. */
const mostEntries = 100;

type FeedIdentity = {
  /** Paths of this archive: what the feed is known by for ever, its own address, and the page that shows the same. */
  readonly id: string;
  readonly self: string;
  readonly page: string;
  readonly title: string;
};

/**
 * What a search finds as an Atom feed, the newest published first: 200, 304 for whoever has it as it is, 503 where the search took too
 * long.
 */
export async function feedOf(
  state: SearchState,
  { id, self, page, title }: FeedIdentity,
  headers: Headers,
): Promise<Response> {
  // Records with some of the words alone are no news of these words.
  const found = await gates().searches.run(() => findNewestIds(state, mostEntries));
  if (found === null) return busy();
  const addressOf = addressesHere();
  const records = await listExportedRecords(found.ids);
  const changes = records.map(({ updatedAt }) => new Date(updatedAt).getTime());
  const updated =
    changes.length > 0 ? new Date(Math.max(...changes)) : ((await findLatestChange()) ?? new Date(0));
  const feed = atomOf(
    {
      id: addressOf(id),
      self: addressOf(self),
      page: addressOf(page),
      title: `${title} · ${archiveName()}`,
      subtitle: `${countOf(found.total, "record")}; the newest in the archive first.`,
      query: state.query,
      archive: archiveName(),
      updated,
      total: found.total,
      records,
    },
    addressOf,
  );
  const bytes = new TextEncoder().encode(feed);
  const etag = `"${createHash("sha256").update(bytes).digest("base64url")}"`;
  const described = {
    ...machineHeaders,
    etag,
    // A record may be withdrawn at any time, so every use is checked again; what is searched for is no proxy's business.
    "cache-control": "private, no-cache",
    "x-total-count": String(found.total),
    link: `<${addressOf(page)}>; rel="canonical"`,
  };
  if (isKnown({ etag, changed: null }, headers))
    return new Response(null, { status: 304, headers: described });
  answerWithBytes(bytes.byteLength);
  return new Response(bytes, {
    headers: { ...described, "content-type": "application/atom+xml; charset=utf-8" },
  });
}
