import type { NameKind } from "@/db/queries/search-names";
import { findNamed } from "./names";

/** The kinds of names that the values of a dimension have. */
const kindOf = {
  person: "agent",
  author: "agent",
  recipient: "agent",
  place: "place",
  subject: "subject",
  collection: "collection",
  repository: "repository",
} as const satisfies Record<string, NameKind>;

export type CalledDimension = keyof typeof kindOf;

/** The values of a dimension of which one form of the name holds all the words. */
export async function valuesCalled(dimension: CalledDimension, words: string): Promise<string[]> {
  const kind = kindOf[dimension];
  const found = await findNamed([kind], words);
  return (found.get(kind) ?? []).map(String);
}
