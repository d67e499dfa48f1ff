import { preflight } from "@/lib/exports/headers";
import { searchInFormat } from "@/lib/exports/response";

/** A search as a file: `/search?…&format=csv` and its like are rewritten to here. */
export const GET = searchInFormat;

export const OPTIONS = preflight;
