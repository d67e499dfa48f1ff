import { searchedAttributes } from "./document";
import type { EngineHit } from "./engine";
import { marked, passageFinder, passageIn } from "./passages";

/** A hit that the engine did not mark, with its matches marked as the engine would: the title whole, the rest cut to a passage. */
export function markedHit(hit: EngineHit, query: string): EngineHit {
  const find = passageFinder(query);
  const cut = searchedAttributes
    .filter((name) => name !== "title" && name !== "text")
    .map((name) => [name, passageIn(hit[name] ?? "", find)] as const);
  return { ...hit, _formatted: { title: marked(hit.title ?? "", find), ...Object.fromEntries(cut) } };
}
