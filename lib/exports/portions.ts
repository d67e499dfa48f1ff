import { listExportedRecords, type ExportedRecord } from "@/db/queries/exported-records";
import { gates } from "@/lib/search/gate";

/** Records read from the database at a time: enough that asking costs little, few enough that nobody waits for it. */
const portionSize = 100;

/**
 * The records of these ids in their order, read a portion at a time and only when somebody takes it. What was withdrawn since the ids
 * were found is left out. Throws when the database has no time for it.
 */
export async function* readPortions(
  ids: readonly number[],
  isForCurator: boolean,
): AsyncGenerator<readonly ExportedRecord[]> {
  for (let start = 0; start < ids.length; start += portionSize) {
    const leave = await gates().portions.enter(isForCurator);
    if (leave === null) throw new Error("A download waited too long for the database and was broken off.");
    // The place is given back before the portion is handed on: a slow reader keeps nobody from the database.
    yield await listExportedRecords(ids.slice(start, start + portionSize)).finally(leave);
  }
}
