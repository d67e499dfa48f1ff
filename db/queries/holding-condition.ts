import { and, eq, isNull, type SQL } from "drizzle-orm";
import { holdingLevels, type Holding } from "@/lib/archive/holding";
import { archivalReferences } from "../schema";

/** The column of each level of an archive's order. */
export const holdingColumns = {
  fonds: archivalReferences.fonds,
  series: archivalReferences.series,
  file: archivalReferences.file,
};

/** References that lie at a place of a repository or below it; the whole repository where the place names no level. */
export function isHeldAt(repositoryId: number, holding: Holding): SQL | undefined {
  const depth = holdingLevels.findLastIndex((level) => holding[level] !== null);
  return and(
    eq(archivalReferences.repositoryId, repositoryId),
    ...holdingLevels.slice(0, depth + 1).map((level) => {
      const name = holding[level];
      return name === null ? isNull(holdingColumns[level]) : eq(holdingColumns[level], name);
    }),
  );
}
