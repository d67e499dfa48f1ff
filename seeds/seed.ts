import { db } from "@/db/client";
import { expireTags } from "@/db/commands/expire-tags";
import { exclusively } from "@/db/exclusively";
import { authoritiesTag } from "@/lib/archive/cache-tags";
import { seedAuthorities } from "./authorities";
import { seedCollections } from "./collections";
import { findVocabularyIds } from "./descriptions";
import { isSeeded, publishSeeded, seedRecords, seedRecordSurroundings } from "./records";
import { seedTheme } from "./theme";
import { seedVocabularies } from "./vocabularies";

/**
 * Fills an archive with the listing it was started from, our headings around it and a few records about the archive itself.
 * `created` says whether this run stored anything. Once a run has come to its end the next ones change nothing, whatever
 * curators did meanwhile; an interrupted run is taken up where it ended. Nothing is public before everything is stored. Throws
 * when the seed's data is inconsistent or the database or the file store cannot be written.
 */
export async function seedArchive(): Promise<{ created: boolean }> {
  return exclusively("seed", async () => {
    if (await isSeeded()) return { created: false };
    const targets = await db().transaction(async (tx) => {
      await seedVocabularies(tx);
      const authorities = await seedAuthorities(tx);
      const collections = await seedCollections(tx);
      await expireTags(tx, [authoritiesTag]);
      return { ...authorities, collections, ...(await findVocabularyIds(tx)) };
    });
    const records = await seedRecords(targets);
    await db().transaction(async (tx) => {
      await seedRecordSurroundings(tx, records, targets.collections);
      await seedTheme(tx, { ...targets, records });
    });
    await publishSeeded();
    return { created: true };
  });
}
