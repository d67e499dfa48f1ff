import { randomBytes } from "node:crypto";
import { db } from "@/db/client";
import { describeNewRecord, publishRecord, submitRecord, withdrawRecord } from "@/db/commands/records";
import { freeSlug } from "@/db/commands/slugs";
import { blankDescription, type RecordDescription } from "@/db/queries/record-description";
import { agentNames, agents, collections, places, subjects, users } from "@/db/schema";
import type { RecordStatus } from "@/lib/archive/vocabulary";
import { changed, inserted } from "./outcomes";
import { seedVocabularies } from "./vocabularies";

type Extra<Table extends { $inferInsert: object }> = Partial<Table["$inferInsert"]>;

/** A name that no other row of a test has. */
const unlike = (word: string) => `${word} ${randomBytes(4).toString("hex")}`;

/** Fills the controlled lists, so that languages, types and rights can be named. */
export async function buildVocabularies() {
  await db().transaction(seedVocabularies);
}

/** Stores a person unless told otherwise; `names` are its variants. Returns what pages link it by. */
export async function buildAgent({
  names = [],
  ...columns
}: Extra<typeof agents> & { names?: readonly Omit<Extra<typeof agentNames>, "agentId">[] } = {}) {
  return db().transaction(async (tx) => {
    const name = columns.name ?? unlike("Agent");
    const slug = columns.slug ?? (await freeSlug(tx, "agent", name));
    const agent = await inserted(
      tx
        .insert(agents)
        .values({ kind: "person", ...columns, name, slug })
        .returning({ id: agents.id, slug: agents.slug, name: agents.name }),
    );
    for (const [position, variant] of names.entries()) {
      await tx
        .insert(agentNames)
        .values({ ...variant, name: variant.name ?? unlike("Variant"), agentId: agent.id, position });
    }
    return agent;
  });
}

/** Stores a place, at the top of the tree unless `parentId` is given. */
export async function buildPlace(columns: Extra<typeof places> = {}) {
  return db().transaction(async (tx) => {
    const name = columns.name ?? unlike("Place");
    const slug = columns.slug ?? (await freeSlug(tx, "place", name));
    return inserted(
      tx
        .insert(places)
        .values({ ...columns, name, slug })
        .returning({ id: places.id, slug: places.slug, name: places.name }),
    );
  });
}

/** Stores one subject heading, without the broader ones its parts name. */
export async function buildSubject(columns: Extra<typeof subjects> = {}) {
  return db().transaction(async (tx) => {
    const name = columns.name ?? unlike("Subject");
    const slug = columns.slug ?? (await freeSlug(tx, "subject", name));
    return inserted(
      tx
        .insert(subjects)
        .values({ ...columns, name, slug })
        .returning({ id: subjects.id, slug: subjects.slug, name: subjects.name }),
    );
  });
}

/** Stores a published collection unless told otherwise. */
export async function buildCollection(columns: Extra<typeof collections> = {}) {
  return db().transaction(async (tx) => {
    const title = columns.title ?? unlike("Collection");
    const slug = columns.slug ?? (await freeSlug(tx, "collection", title));
    return inserted(
      tx
        .insert(collections)
        .values({ ...columns, title, slug })
        .returning({ id: collections.id, slug: collections.slug, title: collections.title }),
    );
  });
}

/** Stores an account, an editor's without a password unless told otherwise. */
export async function buildUser(columns: Extra<typeof users> = {}) {
  const email = columns.email ?? `${randomBytes(6).toString("hex")}@archive.example`;
  return inserted(
    db()
      .insert(users)
      .values({ name: "A Curator", role: "editor", ...columns, email })
      .returning({ id: users.id, email: users.email, name: users.name, role: users.role }),
  );
}

/**
 * Stores a record through the commands that curators use, so that it has revisions, search vectors and an index job: published
 * unless `status` says otherwise, blank but for its title unless `description` says more.
 */
export async function buildRecord({
  status = "published",
  sourceId,
  withdrawnReason = "Withdrawn by a test.",
  ...description
}: Partial<RecordDescription> & {
  status?: RecordStatus;
  sourceId?: string;
  withdrawnReason?: string;
} = {}) {
  let record = await describeNewRecord(
    { ...blankDescription(unlike("Record")), ...description },
    "archive",
    sourceId === undefined ? {} : { sourceId },
  );
  if (status === "in_review") return changed(await submitRecord(record.id, record.version, "archive"));
  if (status !== "draft") record = changed(await publishRecord(record.id, record.version, "archive"));
  if (status === "withdrawn")
    record = changed(await withdrawRecord(record.id, record.version, withdrawnReason, "archive"));
  return record;
}
