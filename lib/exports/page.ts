import { listExportedRecords } from "@/db/queries/exported-records";
import type { SearchHit, SearchResults } from "@/lib/search/results";
import { searchFileHref } from "@/lib/search/formats";
import { daysOf, limitsReached, searchHref, type SearchState } from "@/lib/search/state";
import { remarksOn } from "@/lib/search/view";
import { addressesHere, answerHead } from "./answer-head";
import { machineRecord } from "./machine-record";

type Found = Extract<SearchResults, { status: "found" }>;

/** A page of a search as JSON tells it: the head, the ways to the other pages, the records with what matched, and the facets. */
export async function searchPage(params: URLSearchParams, state: SearchState, found: Found) {
  const { status: _status, hits, page, pages, total, emptiness, remarks, ...rest } = found;
  const addressOf = addressesHere();
  const wayTo = (number: number) =>
    number >= 1 && number <= pages ? addressOf(searchFileHref(state, "json", number)) : null;
  return {
    ...answerHead(state, total, new Date()),
    page,
    pages,
    previous: wayTo(page - 1),
    next: wayTo(page + 1),
    remarks: [...remarksOn(state, daysOf(state), limitsReached(params)), ...remarks],
    records: await recordsOf(hits),
    ...rest,
    emptiness: emptiness && {
      parts: emptiness.parts,
      offers: emptiness.offers.map(({ label, total: number, state: offered }) => ({
        label,
        total: number,
        address: addressOf(searchHref(offered)),
      })),
    },
  };
}

/** The records of the hits in full, each with what of it matched. */
async function recordsOf(hits: readonly SearchHit[]) {
  const byId = new Map(hits.map((hit) => [hit.id, hit]));
  const addressOf = addressesHere();
  return (await listExportedRecords([...byId.keys()])).map((record) => {
    const hit = byId.get(record.id);
    return {
      ...machineRecord(record, addressOf),
      match: hit && {
        title: hit.title,
        snippet: hit.snippet,
        anchor: hit.anchor,
        foundIn: hit.foundIn,
        reasons: hit.reasons,
      },
    };
  });
}
