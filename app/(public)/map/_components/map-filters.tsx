import { LinkRow } from "@/app/_components/link-row";
import { placeRoleLabels } from "@/lib/archive/labels";
import { placeRoles } from "@/lib/archive/vocabulary";
import type { MapState } from "@/lib/maps/state";
import { decadeLinks, partLinks } from "@/lib/maps/view";
import styles from "./map-filters.module.css";

type Properties = {
  state: MapState;
  decades: readonly { decade: number; records: number }[];
};

/** Ways to narrow the map: years, the role of places, and parts of the earth to come closer to. */
export function MapFilters({ state, decades }: Properties) {
  const { from, to, role, part, region } = state;
  return (
    <>
      <search aria-label="Narrow the map">
        <form className={styles.form} action="/map">
          <Year name="from" label="From year" value={from} />
          <Year name="to" label="To year" value={to} />
          <div>
            <label htmlFor="map-role">Places that documents</label>
            <select id="map-role" name="role" defaultValue={role ?? ""}>
              <option value="">are about or were written at</option>
              {placeRoles.map((each) => (
                <option key={each} value={each}>
                  {placeRoleLabels[each]}
                </option>
              ))}
            </select>
          </div>
          {part ? <input type="hidden" name="part" value={part} /> : null}
          {region ? <input type="hidden" name="region" value={region} /> : null}
          <button type="submit" data-quiet="">
            Show
          </button>
        </form>
      </search>
      <LinkRow label="Decade" links={decadeLinks(state, decades)} />
      <LinkRow label="Part of the earth" links={partLinks(state)} />
    </>
  );
}

function Year({ name, label, value }: { name: string; label: string; value: number | null }) {
  return (
    <div>
      <label htmlFor={`map-${name}`}>{label}</label>
      <input
        id={`map-${name}`}
        name={name}
        inputMode="numeric"
        pattern="\d{3,4}"
        maxLength={4}
        size={6}
        title="A year of three or four digits"
        defaultValue={value ?? ""}
      />
    </div>
  );
}
