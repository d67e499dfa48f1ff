import type { Dimension } from "@/db/queries/search-catalogue";

/** Values of a dimension whose entries are called so: all words of the name, in any of their forms. */
export async function valuesCalled(_dimension: Dimension, _name: string): Promise<string[]> {
  return [];
}

export async function namesBeside(
  _words: readonly string[],
): Promise<{ start: number; length: number; forms: readonly string[] }[]> {
  return [];
}
