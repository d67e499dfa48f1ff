import { and, eq, inArray, sql } from "drizzle-orm";
import { holdingLevels, wholeRepository, type Holding, type HoldingLevel } from "@/lib/archive/holding";
import { db } from "../client";
import { archivalReferences, possibleDuplicates, records } from "../schema";
import { holdingColumns, isHeldAt } from "./holding-condition";
import { isPublished, listedColumns } from "./listed-records";

/** What references name next below a place: the level, its name there, and how many published records lie in it. */
export type HoldingPart = { readonly level: HoldingLevel; readonly name: string; readonly records: number };

/**
 * The parts of a place: for each reference below it the next level that it names, so that a file without a series is a part of its
 * fonds. In no order. Reads the references of the place along their index and nothing else of the repository.
 */
export async function listHoldingParts(repositoryId: number, holding: Holding): Promise<HoldingPart[]> {
  const depth = holdingLevels.findLastIndex((level) => holding[level] !== null) + 1;
  const below = holdingLevels.slice(depth);
  if (below.length === 0) return [];
  const level = sql.join(
    below.map((one) => sql`when ${holdingColumns[one]} is not null then ${one}`),
    sql` `,
  );
  const name = sql.join(
    below.map((one) => holdingColumns[one]),
    sql`, `,
  );
  const rows = await db().execute<HoldingPart>(sql`
    select level, name, count(distinct record_id)::integer as records from (
      select case ${level} end as level, coalesce(${name}) as name, ${archivalReferences.recordId} as record_id
      from ${archivalReferences}
      join ${records} on ${records.id} = ${archivalReferences.recordId} and ${isPublished}
      where ${isHeldAt(repositoryId, holding)}
    ) parts
    where name is not null
    group by level, name`);
  return [...rows];
}

/** More references than one file can have; what lies beyond is not read. */
const mostReferences = 5_000;

/** Every published record of a file with its folios there, by first folio, then by date; a record may stand in it twice. */
export async function listFileReferences(repositoryId: number, holding: Holding) {
  return db()
    .select({
      id: archivalReferences.id,
      recordId: records.id,
      raw: archivalReferences.raw,
      folios: archivalReferences.folios,
      from: archivalReferences.folioFrom,
      to: archivalReferences.folioTo,
      ...listedColumns,
    })
    .from(archivalReferences)
    .innerJoin(records, and(eq(records.id, archivalReferences.recordId), isPublished))
    .where(isHeldAt(repositoryId, holding))
    .orderBy(
      archivalReferences.folioFrom,
      archivalReferences.folioTo,
      records.dateEarliest,
      archivalReferences.id,
    )
    .limit(mostReferences);
}

/** Pairs among these records that curators have been asked about and have not decided. */
export async function listDuplicatesAmong(recordIds: readonly number[]) {
  if (recordIds.length === 0) return [];
  return db()
    .select({ recordId: possibleDuplicates.recordId, otherId: possibleDuplicates.otherId })
    .from(possibleDuplicates)
    .where(
      and(
        eq(possibleDuplicates.state, "open"),
        inArray(possibleDuplicates.recordId, [...recordIds]),
        inArray(possibleDuplicates.otherId, [...recordIds]),
      ),
    );
}

/** A place with the number of published records in it and below it. */
export type HoldingRow = Holding & { readonly records: number };

/**
 * Every place of a repository that references to published records name, with all those above it; null when there are more than
 * `most`, for then nobody could read them on one page.
 */
export async function listHoldings(repositoryId: number, most: number): Promise<HoldingRow[] | null> {
  const published = sql`${archivalReferences}
    join ${records} on ${records.id} = ${archivalReferences.recordId} and ${isPublished}
    where ${isHeldAt(repositoryId, wholeRepository)}`;
  const { fonds, series, file } = holdingColumns;
  const [size] = await db().execute<{ places: number }>(sql`
    select count(*)::integer as places from (
      select distinct ${fonds}, ${series}, ${file} from ${published} limit ${most + 1}
    ) places`);
  if (size === undefined || size.places > most) return null;
  const rows = await db().execute<HoldingRow>(sql`
    select ${fonds} as fonds, ${series} as series, ${file} as file, count(distinct ${records.id})::integer as records
    from ${published}
    group by grouping sets ((${fonds}, ${series}, ${file}), (${fonds}, ${series}), (${fonds}))
    having case grouping(${series}, ${file}) when 0 then ${file} is not null when 1 then ${series} is not null
      else ${fonds} is not null end`);
  return [...rows];
}
