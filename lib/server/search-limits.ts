import type { IncomingMessage } from "node:http";
import { senderOf } from "./request-guard";
import { TokenBuckets } from "./token-buckets";

/** What asking costs, in searches: sending all that is found takes the archive longer than a page, completing a word less. */
const costs = { search: 1, suggestion: 0.1, download: 10 };

const downloads = new Set(["csv", "json", "ris"]);

/** What a request costs of what its sender may ask for; 0 where it is no search. */
export function searchCost(path: string, search: URLSearchParams): number {
  if (path === "/search/suggest") return costs.suggestion;
  if (/^\/searches\/[^/]+\/feed\.atom$/.test(path)) return costs.search;
  if (path !== "/search" && !path.startsWith("/search/")) return 0;
  const format = search.get("format")?.trim().toLowerCase() ?? "";
  const isWhole = downloads.has(format) && !(format === "json" && search.has("page"));
  return isWhole ? costs.download : costs.search;
}

/** Whose a search is: counted or not, and how long its sender has to wait. */
export type Turn = { readonly isForCurator: boolean; readonly waitSeconds: number | null };

type Settings = {
  /** 0 for no limit. */
  readonly searchesPerMinute: number;
  readonly trustProxy: boolean;
  /** Whether the cookies of a request are those of somebody who is signed in. */
  readonly isSignedIn: (cookies: string | undefined) => Promise<boolean>;
};

/** Counts the searches of each address; those of signed-in curators are not counted. */
export class SearchLimits {
  readonly #settings: Settings;
  readonly #buckets: TokenBuckets | null;

  constructor(settings: Settings) {
    this.#settings = settings;
    const { searchesPerMinute } = settings;
    this.#buckets = searchesPerMinute > 0 ? new TokenBuckets(searchesPerMinute) : null;
  }

  /** Counts a search of this cost and says whose turn it is. */
  async turnOf(request: IncomingMessage, cost: number): Promise<Turn> {
    const { isSignedIn, trustProxy } = this.#settings;
    if (await isSignedIn(request.headers.cookie)) return { isForCurator: true, waitSeconds: null };
    const waitSeconds = this.#buckets?.take(networkOf(senderOf(request, trustProxy)), cost) ?? null;
    return { isForCurator: false, waitSeconds };
  }
}

/**
 * The network that an address stands for: IPv4 as it is, also where it is written as IPv6; of IPv6 the first 64 bits, because one
 * household has all the rest (RFC 6177).
 */
export function networkOf(address: string): string {
  const mapped = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = "", tail] = address.toLowerCase().split("%", 1).join("").split("::", 2);
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  const groups = [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ""));
  return `${groups.slice(0, 4).join(":")}::/64`;
}
