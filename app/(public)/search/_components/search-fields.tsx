import type { ReactNode } from "react";
import { SearchWords } from "@/app/_components/search-words";
import { searchScopes } from "@/lib/archive/search-scopes";
import { sorts } from "@/lib/search/sorts";
import { longestQuery, type SearchState } from "@/lib/search/state";
import { usesFurtherFields } from "@/lib/search/view";
import { KeptSearch } from "./kept-search";
import styles from "./search-fields.module.css";

type Properties = { state: SearchState; unreadable: readonly ("from" | "to")[] };

/** Parameters with fields of their own; all others ride along unseen. */
const shown = ["q", "in", "from", "to", "certain", "exact", "sort"];

/** The whole search as a form. */
export function SearchFields({ state, unreadable }: Properties) {
  return (
    <search aria-label="Search the archive">
      <form className={styles.form} action="/search" data-main-search="">
        <div className={styles.words}>
          <label htmlFor="search-words">Search for</label>
          <SearchWords
            id="search-words"
            q={state.query}
            maxLength={longestQuery}
            placeholder="A name, a place, a phrase"
          />
          <a href="/search/help">Search help</a>
        </div>
        <div className={styles.scope}>
          <label htmlFor="search-scope">Search in</label>
          <Choice id="search-scope" name="in" options={searchScopes} chosen={state.scope} />
        </div>
        <button type="submit">Search</button>
        <FurtherFields state={state} unreadable={unreadable} />
        <KeptSearch state={state} except={shown} />
      </form>
    </search>
  );
}

/** Dates, order and exactness: always seen where there is room, else opened when one of them is used. */
function FurtherFields({ state, unreadable }: Properties) {
  const dateField = (name: "from" | "to", label: string) => (
    <div className={styles.date}>
      <label htmlFor={`search-${name}`}>{label}</label>
      <input
        id={`search-${name}`}
        name={name}
        defaultValue={state[name]}
        inputMode="numeric"
        autoComplete="off"
        placeholder={name === "from" ? "1962-10" : "1963"}
        aria-describedby="search-dates-help"
        aria-invalid={unreadable.includes(name) || undefined}
      />
    </div>
  );
  return (
    <details className={styles.further} open={usesFurtherFields(state)}>
      <summary>Dates, order and spelling</summary>
      <div className={styles.fields}>
        {dateField("from", "From")}
        {dateField("to", "To")}
        <div className={styles.sort}>
          <label htmlFor="search-sort">Order</label>
          <Choice id="search-sort" name="sort" options={sorts} chosen={state.sort} />
        </div>
        <div className={styles.switches}>
          <Switch name="certain" isOn={state.certain}>
            Only dates certainly within
          </Switch>
          <Switch name="exact" isOn={state.exact}>
            Only the words as typed
          </Switch>
        </div>
        <p id="search-dates-help" className={styles.help}>
          Dates: a year, a month or a day, such as 1962, 1962-10 or 1962-10-27. Uncertain dates are found if
          they may lie in between.
        </p>
      </div>
    </details>
  );
}

function Switch({ name, isOn, children }: { name: string; isOn: boolean; children: ReactNode }) {
  return (
    <label className={styles.switch}>
      <input type="checkbox" name={name} value="yes" defaultChecked={isOn} />
      {children}
    </label>
  );
}

type ChoiceProperties = {
  id: string;
  name: string;
  options: readonly { readonly value: string; readonly label: string }[];
  chosen: string;
};

function Choice({ id, name, options, chosen }: ChoiceProperties) {
  return (
    <select id={id} name={name} defaultValue={chosen}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
