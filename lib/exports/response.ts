import { isForCurator } from "@/lib/cache/render-scope";
import { findAllIds } from "@/lib/search/found-ids";
import { formatIn, searchFileHref, searchFormats, type SearchFormat } from "@/lib/search/formats";
import { gates } from "@/lib/search/gate";
import { searchesInWords } from "@/lib/search/in-words";
import { searchRecords } from "@/lib/search/search-records";
import { blankSearch, parseSearchState, searchHref, type SearchState } from "@/lib/search/state";
import { addressesHere, answerHead, type AnswerHead } from "./answer-head";
import { feedOf } from "./feed";
import { fileNameOf } from "./file-name";
import { busy, inWords, machineHeaders } from "./headers";
import { searchPage } from "./page";
import { readPortions } from "./portions";
import { streamOf } from "./stream";
import { writeCsv, writeJson, writeRis, type Writer } from "./writers";

/** How long a reader may take nothing of a download before it is broken off. */
const stallMs = 60_000;

type WholeFormat = Exclude<SearchFormat, "atom">;

const writers: Readonly<Record<WholeFormat, { write: Writer; disposition: "attachment" | "inline" }>> = {
  csv: { write: writeCsv, disposition: "attachment" },
  json: { write: writeJson, disposition: "inline" },
  ris: { write: writeRis, disposition: "attachment" },
};

/**
 * Answers a search in the format that its address asks for: all that is found as CSV, JSON or RIS, sent as it is read; one page of it as
 * JSON where the address names a page; the newest as an Atom feed. 400 for a format that there is none of, 503 where the search took
 * too long or too much is going on.
 */
export async function searchInFormat({ url, method, headers }: Request): Promise<Response> {
  const params = new URL(url).searchParams;
  const format = formatIn(params);
  if (format === null || format === "unknown") return noSuchFormat();
  const state = parseSearchState(params);
  if (format === "atom") return feedOfSearch(state, headers);
  return format === "json" && params.has("page")
    ? pageInJson(params, state)
    : wholeAnswer(state, format, method === "HEAD");
}

const noSuchFormat = () => {
  const offered = searchFormats.map(({ name, label, use }) => `  format=${name}  ${label}, ${use}`);
  return inWords(
    400,
    ["There is no such format. A search can be read as:", ...offered, "or without a format as a page."].join(
      "\n",
    ),
  );
};

/** A feed of these words and filters, whatever order or view the page was in. */
async function feedOfSearch(state: SearchState, headers: Headers): Promise<Response> {
  const followed = { ...state, sort: blankSearch.sort, view: blankSearch.view, page: 1 };
  const [title = ""] = await searchesInWords([followed]);
  return feedOf(
    followed,
    {
      id: searchHref(followed),
      self: searchFileHref(followed, "atom"),
      page: searchHref(followed),
      title,
    },
    headers,
  );
}

async function pageInJson(params: URLSearchParams, state: SearchState): Promise<Response> {
  const found = await gates().searches.run(() => searchRecords(state));
  if (found === null || found.status === "refused") return busy();
  const page = await searchPage(params, state, found);
  const ways = [
    `<${page.address}>; rel="canonical"`,
    ...(page.previous === null ? [] : [`<${page.previous}>; rel="prev"`]),
    ...(page.next === null ? [] : [`<${page.next}>; rel="next"`]),
  ];
  return Response.json(page, {
    headers: {
      ...machineHeaders,
      "cache-control": "no-store",
      "x-total-count": String(page.total),
      link: ways.join(", "),
    },
  });
}

async function wholeAnswer(state: SearchState, format: WholeFormat, isHead: boolean): Promise<Response> {
  const isCurator = isForCurator();
  const leave = await gates().downloads.enter(isCurator);
  if (leave === null) return busy();
  try {
    const ids = await gates().searches.run(() => findAllIds(state));
    if (ids === null) {
      leave();
      return busy();
    }
    const head = answerHead(state, ids.length, new Date());
    const described = headersOf(head, format);
    if (isHead) {
      leave();
      return new Response(null, { headers: described });
    }
    const pieces = writers[format].write(head, readPortions(ids, isCurator), addressesHere());
    return new Response(streamOf(pieces, { onEnd: leave, stallMs }), { headers: described });
  } catch (error) {
    leave();
    throw error;
  }
}

function headersOf(head: AnswerHead, format: WholeFormat): Record<string, string> {
  const mediaType = searchFormats.find(({ name }) => name === format)?.mediaType ?? "";
  return {
    ...machineHeaders,
    "content-type": mediaType,
    "content-disposition": `${writers[format].disposition}; filename="${fileNameOf(head, format)}"`,
    // A record may be withdrawn in the next moment: nobody is to show an old answer for a new one.
    "cache-control": "no-store",
    "last-modified": new Date(head.retrieved).toUTCString(),
    "x-total-count": String(head.total),
    link: `<${head.address}>; rel="canonical"`,
  };
}
