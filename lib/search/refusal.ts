import { isTimeout } from "@/db/sql-state";

/** A search that asks for more than one search may. */
export class TooMuchAsked extends Error {
  override name = "TooMuchAsked";
}

/** Whether a search failed because it asks for too much or took too long: readers are told to ask for something narrower. */
export const isRefusal = (error: unknown): boolean => error instanceof TooMuchAsked || isTimeout(error);
