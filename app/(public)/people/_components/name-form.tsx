import { peopleQuery, type PeopleView } from "@/lib/agents/view";
import styles from "../people.module.css";

/** The field that finds names; what else the list was narrowed to stays, but for the letter. */
export function NameForm({ view }: { view: PeopleView }) {
  const { kind, sort, all } = peopleQuery(view);
  return (
    <search aria-label="Find a name">
      <form className={styles.filter} action="/people">
        {Object.entries({ kind, sort, all }).map(([name, value]) =>
          value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <input
          type="search"
          name="q"
          defaultValue={view.q ?? ""}
          aria-label="Name"
          placeholder="A name in any spelling or script"
        />
        <button type="submit" data-quiet="">
          Find
        </button>
      </form>
    </search>
  );
}
