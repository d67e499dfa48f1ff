import { findIndexState } from "@/db/queries/index-state";
import { indexMadeAt, isEngineSet, liveIndex } from "./engine";
import { indexVersion } from "./settings";

/**
 * Whether the engine's live index is the one that we built last: not one of an engine that came back empty, and not a newer or older
 * one than a database that was restored knows of. Throws `EngineAway`.
 */
export async function hasLiveIndex(): Promise<boolean> {
  const [state, madeAt] = await Promise.all([findIndexState(liveIndex()), indexMadeAt(liveIndex())]);
  return state !== null && madeAt !== null && (state.madeAt === null || state.madeAt === madeAt);
}

/**
 * Whether the live index exists and was built by this version of settings and documents; true where no engine is set, since there
 * is nothing to build. Throws `EngineAway`.
 */
export async function indexIsCurrent(): Promise<boolean> {
  if (!isEngineSet()) return true;
  return (await findIndexState(liveIndex()))?.version === indexVersion && (await hasLiveIndex());
}
