import { searchParamsOf, type SearchState } from "@/lib/search/state";

type Properties = {
  state: SearchState;
  /** Parameters that the form has fields of its own for. */
  except?: readonly string[];
};

/** What a form says of the search without showing it, so that its answer is of the same search, seen from its start. */
export function KeptSearch({ state, except = [] }: Properties) {
  return searchParamsOf({ ...state, page: 1 })
    .filter(([name]) => !except.includes(name))
    .map(([name, value]) => <input key={`${name}:${value}`} type="hidden" name={name} value={value} />);
}
