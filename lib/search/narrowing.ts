import type { Dimension } from "@/db/queries/search-catalogue";
import { noDay } from "@/db/queries/search-catalogue";
import type { DayNumber } from "@/lib/archive/day-number";
import { Bits } from "./bits";
import type { Catalogue } from "./catalogue";

type Days = {
  /** Null where a side is open. */
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  /** Whether a date must lie wholly between them; else it is enough that it may. */
  readonly certain: boolean;
};

/** Records whose date lies between two days; undated ones never do. */
export function overlapping({ size, live, earliest, latest }: Catalogue, { from, to, certain }: Days): Bits {
  const bits = new Bits(live.size);
  const [first, last] = certain ? [earliest, latest] : [latest, earliest];
  const lowest = from ?? noDay + 1;
  const highest = to ?? -noDay - 1;
  for (let place = 0; place < size; place += 1) {
    const day = first[place] ?? noDay;
    if (day >= lowest && day !== noDay && (last[place] ?? noDay) <= highest) bits.add(place);
  }
  return bits;
}

/** Values of dimensions as the catalogue knows them. */
export type Values = ReadonlyMap<Dimension, readonly string[]>;

/** What a search narrows to. */
export type Conditions = { readonly chosen: Values; readonly excluded: Values; readonly days: Days };

/** What records are narrowed to, condition by condition, so that one can be left out of account. */
export type Narrowing = {
  /** By the facet that each condition comes from; the values of one facet are alternatives. */
  readonly chosen: ReadonlyMap<Dimension, Bits>;
  /** Everything else: published, not excluded, within the days. */
  readonly rest: Bits;
};

/** The records that each condition leaves. */
export function narrowing(catalogue: Catalogue, { chosen, excluded, days }: Conditions): Narrowing {
  const size = catalogue.live.size;
  const rest = catalogue.live.copy();
  if (days.from !== null || days.to !== null) rest.and(overlapping(catalogue, days));
  for (const [dimension, values] of excluded) rest.without(catalogue.values.having(dimension, values, size));
  return {
    chosen: new Map(
      [...chosen].map(([dimension, values]) => [dimension, catalogue.values.having(dimension, values, size)]),
    ),
    rest,
  };
}

/** The records that all conditions leave, but for those of one facet. */
export function narrowed({ chosen, rest }: Narrowing, except?: Dimension): Bits {
  const bits = rest.copy();
  for (const [dimension, having] of chosen) if (dimension !== except) bits.and(having);
  return bits;
}
