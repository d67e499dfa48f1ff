/** Ways to look at the results, in the order the page offers them; the value is what the address says after `view=`. */
export const views = [
  { value: "list", label: "List" },
  { value: "table", label: "Table" },
  { value: "timeline", label: "Timeline" },
  { value: "map", label: "Map" },
] as const;

export type SearchView = (typeof views)[number]["value"];
