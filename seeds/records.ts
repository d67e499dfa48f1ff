import { and, eq, inArray } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { describeNewRecord, publishRecord, withdrawRecord } from "@/db/commands/records";
import { collectionRecords, digitalObjects, possibleDuplicates, records } from "@/db/schema";
import { storeFile } from "@/lib/files/store";
import { readSeedData, seedPath, type AboutSeed } from "./data";
import { describeAbout, describeListed, idIn, type SeededTargets } from "./descriptions";
import { changed } from "./outcomes";
import { sourceIdOf } from "./source-id";

type Ids = ReadonlyMap<string, number>;

/** What becomes of a record of the seed, and the reason shown where it is withdrawn. */
type Fate = { key: string; status: "draft" | "published" | "withdrawn"; reason: string };

/** Every record of the seed in the order of publication: the home page then shows the last of the listing as the newest. */
async function readFates(): Promise<Fate[]> {
  const about = await readSeedData("about");
  const listing = await readSeedData("listing");
  return [
    ...about.map(({ key, status, withdrawnReason = "" }) => ({ key, status, reason: withdrawnReason })),
    ...listing.map(({ key }) => ({ key, status: "published" as const, reason: "" })),
  ];
}

async function findSeeded(keys: readonly string[]) {
  const rows = await db()
    .select({
      id: records.id,
      sourceId: records.sourceId,
      status: records.status,
      version: records.version,
      firstPublishedAt: records.firstPublishedAt,
    })
    .from(records)
    .where(inArray(records.sourceId, keys.map(sourceIdOf)));
  return new Map(rows.map((row) => [row.sourceId, row]));
}

/** Whether an earlier run came to its end: each record is stored and has been public, unless it is to stay a draft. */
export async function isSeeded(): Promise<boolean> {
  const fates = await readFates();
  const stored = await findSeeded(fates.map(({ key }) => key));
  return fates.every(({ key, status }) => {
    const record = stored.get(sourceIdOf(key));
    return record !== undefined && (status === "draft" || record.firstPublishedAt !== null);
  });
}

/** Describes, as drafts, the records that are not there yet, and returns the ids of all by key. */
export async function seedRecords(targets: SeededTargets): Promise<Ids> {
  const listing = await readSeedData("listing");
  const about = await readSeedData("about");
  const stored = await findSeeded([...listing, ...about].map(({ key }) => key));
  const ids = new Map<string, number>();
  for (const { key, describe } of [
    ...listing.map((seed) => ({ key: seed.key, describe: () => describeListed(seed, targets, ids) })),
    ...about.map((seed) => ({ key: seed.key, describe: () => describeAbout(seed, targets, ids) })),
  ]) {
    const sourceId = sourceIdOf(key);
    const record =
      stored.get(sourceId) ?? (await describeNewRecord(await describe(), "archive", { sourceId }));
    ids.set(key, record.id);
  }
  return ids;
}

/** Puts the records in the order of their lists, marks the twin entry as a possible duplicate and attaches the scans. */
export async function seedRecordSurroundings(tx: Transaction, ids: Ids, collections: Ids) {
  const listing = await readSeedData("listing");
  const about = await readSeedData("about");
  for (const [collection, seeds] of [
    ["cuba", listing],
    ["about", about],
  ] as const) {
    for (const [position, { key }] of seeds.entries()) {
      await tx
        .update(collectionRecords)
        .set({ position })
        .where(
          and(
            eq(collectionRecords.collectionId, idIn(collections, collection)),
            eq(collectionRecords.recordId, idIn(ids, key)),
          ),
        );
    }
  }
  for (const { key, duplicateOf } of listing) {
    if (duplicateOf === undefined) continue;
    const [recordId = 0, otherId = 0] = [idIn(ids, duplicateOf), idIn(ids, key)].toSorted((a, b) => a - b);
    const reason = "The listing has this entry twice: date, title and summary are the same.";
    await tx.insert(possibleDuplicates).values({ recordId, otherId, reason }).onConflictDoNothing();
  }
  for (const seed of about) await seedScans(tx, idIn(ids, seed.key), seed.scans);
}

async function seedScans(tx: Transaction, recordId: number, scans: AboutSeed["scans"]) {
  const present = await tx.$count(digitalObjects, eq(digitalObjects.recordId, recordId));
  if (present > 0) return;
  for (const [position, { file, ...scan }] of scans.entries()) {
    const stored = await storeFile(seedPath(`files/${file}`));
    await tx.insert(digitalObjects).values({ ...scan, ...stored, recordId, fileName: file, position });
  }
}

/** Publishes what is to be public and withdraws what is to be withdrawn, in order; records that have been public are passed over. */
export async function publishSeeded() {
  const fates = await readFates();
  const stored = await findSeeded(fates.map(({ key }) => key));
  for (const { key, status, reason } of fates) {
    const record = stored.get(sourceIdOf(key));
    if (!record || status === "draft") continue;
    let { version } = record;
    if (record.firstPublishedAt === null)
      ({ version } = changed(await publishRecord(record.id, version, "archive")));
    // A run that ended between the two steps left the record at the version that publishing gave it.
    const isUntouched = version === 2 && record.status !== "withdrawn";
    if (status === "withdrawn" && isUntouched)
      changed(await withdrawRecord(record.id, version, reason, "archive"));
  }
}
