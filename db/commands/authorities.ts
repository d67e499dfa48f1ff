import { and, eq, max, sql } from "drizzle-orm";
import { authoritiesTag, tagOf } from "@/lib/archive/cache-tags";
import type { FieldChange } from "@/lib/archive/field-change";
import { assertMay, type Action, type Actor } from "@/lib/archive/permissions";
import { db, type Transaction } from "../client";
import {
  findAuthorityDescription,
  type AuthorityDescriptions,
  type AuthorityKind,
} from "../queries/authorities";
import { revisions } from "../schema";
import { constraintOf, sqlStateOf, uniqueViolation } from "../sql-state";
import { writeAuthority } from "./authority-rows";
import { recordsUnder, isUnder } from "./authority-tree";
import { expireTags } from "./expire-tags";
import { changesBetween, keepRevision } from "./revisions";
import { reindexRecords } from "./index-jobs";
import { freeSlug, retireSlug } from "./slugs";

/** The outcome of a change: the entry as it now stands, or why nothing was changed. */
export type AuthorityChange<Kind extends AuthorityKind> =
  | { ok: true; id: number; slug: string; version: number; tags: string[] }
  | { ok: false; reason: "gone" | "taken" | "identified" | "circular" }
  | { ok: false; reason: "conflict"; version: number; current: AuthorityDescriptions[Kind] };

/** Fields that only the entry's own page shows; a change of anything else changes what search knows about its records. */
const proseFields = new Set([
  "existenceEdtf",
  "description",
  "biographicalHistory",
  "wikidataId",
  "viafId",
  "identifiers",
  "scopeNote",
  "abstract",
  "essay",
  "position",
  "isFeatured",
  "place",
  "uri",
]);

const rightTo = (kind: AuthorityKind, verb: "create" | "describe"): Action =>
  kind === "collection" ? "collection.describe" : `authority.${verb}`;

/**
 * Describes a new entry, with its revision, in one transaction. "taken": another entry of the kind has this name (subjects,
 * repositories; places within one parent). "identified": one of its ids is another agent's.
 */
export async function describeNewAuthority<Kind extends AuthorityKind>(
  kind: Kind,
  description: AuthorityDescriptions[Kind],
  by: Actor,
): Promise<AuthorityChange<Kind>> {
  assertMay(by, rightTo(kind, "create"));
  return untilTaken(async (tx) => {
    const slug = await freeSlug(tx, kind, description.slug ?? description.name);
    const id = await writeAuthority(tx, kind, null, description, slug);
    return conclude(tx, { kind, id, before: null, version: 1, by });
  });
}

/**
 * Changes an entry that is still at `version` (the number of its latest revision, 0 before the first): retires an old slug,
 * renews what search knows of its records and of those of the entries below it, and expires the pages that show it.
 */
export async function describeAuthority<Kind extends AuthorityKind>(
  kind: Kind,
  id: number,
  version: number,
  description: AuthorityDescriptions[Kind],
  by: Actor,
): Promise<AuthorityChange<Kind>> {
  assertMay(by, rightTo(kind, "describe"));
  return untilTaken(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`${kind}:${id}`}))`);
    const before = await findAuthorityDescription(tx, kind, id);
    if (!before) return { ok: false, reason: "gone" };
    const current = await findAuthorityVersion(tx, kind, id);
    if (current !== version) return { ok: false, reason: "conflict", version: current, current: before };
    const parent = "parent" in description ? description.parent : null;
    if (parent && (await isUnder(tx, kind, parent.id, id))) return { ok: false, reason: "circular" };
    const slug = await freeSlug(tx, kind, description.slug ?? description.name, id);
    if (before.slug !== null && before.slug !== slug) await retireSlug(tx, kind, id, before.slug, slug);
    await writeAuthority(tx, kind, id, description, slug);
    return conclude(tx, { kind, id, before, version: version + 1, by });
  });
}

/** How often an entry was changed at the desk: the version that a form posts back. */
export async function findAuthorityVersion(
  from: Transaction | ReturnType<typeof db>,
  kind: AuthorityKind,
  id: number,
): Promise<number> {
  const [row] = await from
    .select({ version: max(revisions.version) })
    .from(revisions)
    .where(and(eq(revisions.entity, kind), eq(revisions.entityId, id)));
  return row?.version ?? 0;
}

type Ending<Kind extends AuthorityKind> = {
  kind: Kind;
  id: number;
  before: AuthorityDescriptions[Kind] | null;
  version: number;
  by: Actor;
};

async function conclude<Kind extends AuthorityKind>(
  tx: Transaction,
  { kind, id, before, version, by }: Ending<Kind>,
): Promise<AuthorityChange<Kind>> {
  const after = await findAuthorityDescription(tx, kind, id);
  if (!after) throw new Error("The entry was not stored.");
  const changes = changesBetween(before, after);
  const action = before === null ? "created" : "edited";
  await keepRevision(tx, { entity: kind, entityId: id, version, action, changes }, by);
  if (before !== null && changes.some(({ field }) => !proseFields.has(field))) {
    await reindexRecords(tx, await recordsUnder(tx, kind, id));
  }
  const tags = [authoritiesTag, tagOf(kind, id), ...parentTags(kind, changes)];
  await expireTags(tx, tags);
  return { ok: true, id, slug: after.slug ?? "", version, tags };
}

/** Tags of the entries that gain or lose this one as a child. */
function parentTags(kind: AuthorityKind, changes: readonly FieldChange[]): string[] {
  const moved = changes.find(({ field }) => field === "parent");
  return [moved?.before, moved?.after].flatMap((parent) =>
    typeof parent === "object" && parent !== null && "id" in parent ? [tagOf(kind, Number(parent.id))] : [],
  );
}

/** Runs a change in a transaction; a name that another entry has is an expected failure, and the database finds it. */
async function untilTaken<Kind extends AuthorityKind>(
  change: (tx: Transaction) => Promise<AuthorityChange<Kind>>,
): Promise<AuthorityChange<Kind>> {
  try {
    return await db().transaction(change);
  } catch (error) {
    if (sqlStateOf(error) === uniqueViolation)
      return { ok: false, reason: constraintOf(error) === "agent_identifiers_pk" ? "identified" : "taken" };
    throw error;
  }
}
