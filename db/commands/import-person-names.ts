import { sql } from "drizzle-orm";
import { personKey, slugsOfPerson } from "@/lib/archive/person-name";
import type { Transaction } from "../client";

/** What an entry says whose name is a surname alone; it is part of no merge. */
export const surnameWarning = "Known by surname only; several people may be meant";

/** Somebody who bears a name in one order or the other. */
export type Bearer = {
  readonly id: number;
  readonly name: string;
  /** Every id that sources give the person, "scheme:value". */
  readonly identifiers: readonly string[];
};

/** Namesakes whose addresses are told apart by a number beyond this are so many that nobody can be meant. */
const namesakes = 5;

/**
 * The people who bear one of these names, preferred or as a variant, in either order ("Weiss, Leonard", "Leonard Weiss") and
 * however pointed, by the key of the name. Found by the addresses that names have, for which there are indexes.
 */
export async function findInAnyOrder(
  tx: Transaction,
  names: readonly string[],
): Promise<Map<string, Bearer[]>> {
  const slugs = [...new Set(names.flatMap(slugsOfPerson))];
  if (slugs.length === 0) return new Map();
  const numbered = slugs.flatMap((slug) => [
    slug,
    ...Array.from({ length: namesakes - 1 }, (_, index) => `${slug}-${index + 2}`),
  ]);
  const rows = await tx.execute<{ id: number; name: string; form: string; identifiers: string[] }>(sql`
    select a.id, a.name, forms.form,
      array(select i.scheme || ':' || i.value from agent_identifiers i where i.agent_id = a.id) as identifiers
    from (
      select id, name as form from agents where slug = any(${sql.param(numbered)}::text[])
      union
      select agent_id, name from agent_names where slug = any(${sql.param(slugs)}::text[])
    ) forms join agents a on a.id = forms.id
    where a.kind = 'person' order by a.id
  `);
  const bearers = new Map<string, Bearer[]>();
  for (const { form, ...bearer } of rows) {
    const key = personKey(form);
    const others = key === null ? [] : (bearers.get(key) ?? []);
    if (key !== null && others.every(({ id }) => id !== bearer.id)) bearers.set(key, [...others, bearer]);
  }
  return bearers;
}

/** Whether an id says that two people of one volume's list are meant: "volume#p_1" is not "volume#p_2". */
export const isOtherOfVolume = (known: readonly string[], identifier: string): boolean => {
  const [volume, local] = identifier.split("#");
  return local !== undefined && known.some((id) => id !== identifier && id.startsWith(`${volume}#`));
};
