import { curationSorts, type CurationSort } from "@/db/queries/curation";
import { hrefWith } from "@/lib/archive/hrefs";
import { recordStatuses, type RecordStatus } from "@/lib/archive/vocabulary";
import { readable } from "@/lib/form-fields";

/** What the address of the curators' list of records says. */
export type RecordListState = {
  readonly text: string;
  readonly status: RecordStatus | null;
  readonly collection: number | null;
  readonly isMine: boolean;
  readonly sort: CurationSort;
  /** Counted from 1. */
  readonly page: number;
};

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? "";

/** A number from 1 up, or null for anything else. */
export function positive(value: string | string[] | undefined): number | null {
  const text = one(value);
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** Reads an address; whatever it does not understand counts as absent. */
export function parseRecordList(parameters: Parameters): RecordListState {
  return {
    text: readable(one(parameters.q)).trim().slice(0, 200),
    status: recordStatuses.find((status) => status === parameters.status) ?? null,
    collection: positive(parameters.collection),
    isMine: parameters.mine === "1",
    sort: curationSorts.find((sort) => sort === parameters.sort) ?? "updated",
    page: positive(parameters.page) ?? 1,
  };
}

/** The address of a state; what is usual is left out. */
export function recordListHref(state: Partial<RecordListState>): string {
  return hrefWith("/admin/records", {
    q: state.text,
    status: state.status,
    collection: state.collection,
    mine: state.isMine ? 1 : null,
    sort: state.sort === "updated" ? null : state.sort,
    page: state.page === 1 ? null : state.page,
  });
}
