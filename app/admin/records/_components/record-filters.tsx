import { recordStatuses } from "@/lib/archive/vocabulary";
import type { RecordListState } from "@/lib/curation/list-state";
import { statusLabels } from "@/lib/curation/view";
import styles from "../../desk.module.css";

const sorts = [
  { value: "updated", label: "Last saved first" },
  { value: "date", label: "Oldest document first" },
  { value: "title", label: "Title" },
  { value: "id", label: "Record number" },
] as const;

type Properties = {
  state: RecordListState;
  collections: readonly { id: number; name: string }[];
};

/** Narrows and orders the list of records; the address holds all of it. */
export function RecordFilters({ state, collections }: Properties) {
  return (
    <form action="/admin/records" className={styles.filters} aria-label="Filter records">
      <p>
        <label htmlFor="q">Words of the title, or record number</label>
        <input id="q" name="q" type="search" defaultValue={state.text} />
      </p>
      <p>
        <label htmlFor="status">Status</label>
        <select id="status" name="status" defaultValue={state.status ?? ""}>
          <option value="">Any</option>
          {recordStatuses.map((status) => (
            <option key={status} value={status}>
              {statusLabels[status]}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor="collection">Collection</label>
        <select id="collection" name="collection" defaultValue={state.collection ?? ""}>
          <option value="">Any</option>
          {collections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor="sort">Order</label>
        <select id="sort" name="sort" defaultValue={state.sort}>
          {sorts.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </p>
      <p className={styles.tick}>
        <input id="mine" name="mine" type="checkbox" value="1" defaultChecked={state.isMine} />
        <label htmlFor="mine">Mine only</label>
      </p>
      <button type="submit" data-quiet="">
        Show
      </button>
    </form>
  );
}
