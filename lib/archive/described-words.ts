/** The kinds of words that a record is described in beside its title, summary and texts, the weightiest first. */
export const describedFields = [
  { name: "titles", label: "Other title" },
  { name: "names", label: "Names" },
  { name: "subjects", label: "Subjects" },
  { name: "places", label: "Places" },
  { name: "collections", label: "Collection" },
  { name: "dates", label: "Date" },
  { name: "references", label: "Reference" },
] as const;
type DescribedField = (typeof describedFields)[number]["name"];

/** What a hit shows of its record; not searched by itself, since all of it stands in other fields. */
const shownLists = ["types", "people", "placed"] as const;
type ShownList = (typeof shownLists)[number];

/** Between several names of a field. */
export const nameSeparator = " · ";

/** The words of a record by field, and the lists its hit shows. */
export type DescribedWords = {
  readonly fields: ReadonlyMap<DescribedField, string>;
  readonly lists: Readonly<Record<ShownList, readonly string[]>>;
};

const isField = (name: string): name is DescribedField =>
  describedFields.some((field) => field.name === name);

/** Reads what `record_search` keeps of a record: a line for each field, its name, a tab, and its words. Unknown lines are left out. */
export function readDescribed(described: string): DescribedWords {
  const fields = new Map<DescribedField, string>();
  const lists: Record<ShownList, readonly string[]> = { types: [], people: [], placed: [] };
  for (const line of described.split("\n")) {
    const tab = line.indexOf("\t");
    const name = line.slice(0, tab);
    const words = line.slice(tab + 1);
    if (isField(name)) fields.set(name, words);
    const list = shownLists.find((one) => one === name);
    if (list) lists[list] = words.split(nameSeparator);
  }
  return { fields, lists };
}
