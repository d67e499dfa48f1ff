import { archiveName, publicOrigin } from "@/lib/env";
import { blankSearch, searchHref, searchParamsOf, type SearchState } from "@/lib/search/state";
import type { AddressOf } from "./machine-record";

/** What a file of a search says of itself before its records. */
export type AnswerHead = {
  /** The words searched for, as they were understood. */
  readonly query: string;
  /** Everything else that was asked: each parameter of the address with its values. */
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  /** The address of the search as a page. */
  readonly address: string;
  readonly archive: string;
  /** When the search was made, ISO 8601 in UTC. */
  readonly retrieved: string;
  readonly total: number;
};

/** Whole addresses of this archive. */
export function addressesHere(): AddressOf {
  const origin = publicOrigin();
  return (path) => new URL(path, origin).href;
}

/** The head of an answer to a search that found so many records at this moment. */
export function answerHead(state: SearchState, total: number, at: Date): AnswerHead {
  const whole = { ...state, page: 1, view: blankSearch.view };
  const parameters: Record<string, string[]> = {};
  for (const [name, value] of searchParamsOf(whole)) if (name !== "q") (parameters[name] ??= []).push(value);
  return {
    query: state.query,
    parameters,
    address: addressesHere()(searchHref(whole)),
    archive: archiveName(),
    retrieved: at.toISOString(),
    total,
  };
}
