import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { freeSlug } from "@/db/commands/slugs";
import { themeCollections, themeRecords, themes, timelineEvents } from "@/db/schema";
import { spanOf } from "@/lib/archive/edtf";
import { readSeedData, readSeedText } from "./data";
import { idIn } from "./descriptions";
import { inserted } from "./outcomes";

type Ids = ReadonlyMap<string, number>;

/** Stores the theme with its timeline, unless there is one of this title. */
export async function seedTheme(
  tx: Transaction,
  ids: { readonly records: Ids; readonly collections: Ids; readonly places: Ids },
) {
  const { title, abstract, essay, collections, records, events } = await readSeedData("theme");
  const [known] = await tx.select({ id: themes.id }).from(themes).where(eq(themes.title, title));
  if (known) return;
  const { id: themeId } = await inserted(
    tx
      .insert(themes)
      .values({
        title,
        abstract,
        slug: await freeSlug(tx, "theme", title),
        essay: await readSeedText(essay),
      })
      .returning({ id: themes.id }),
  );
  await tx.insert(themeCollections).values(
    collections.map((key, position) => ({
      themeId,
      collectionId: idIn(ids.collections, key),
      position,
    })),
  );
  await tx
    .insert(themeRecords)
    .values(records.map((key, position) => ({ themeId, recordId: idIn(ids.records, key), position })));
  await tx.insert(timelineEvents).values(
    events.map(({ place, record, ...event }) => {
      const span = spanOf(event.dateEdtf);
      return {
        ...event,
        themeId,
        dateEarliest: span?.earliest ?? null,
        dateLatest: span?.latest ?? null,
        placeId: idIn(ids.places, place),
        recordId: record === undefined ? null : idIn(ids.records, record),
      };
    }),
  );
}
