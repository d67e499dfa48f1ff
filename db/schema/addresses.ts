import { integer, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { slugOwners } from "@/lib/archive/vocabulary";
import { createdAt } from "./columns";

export const slugOwner = pgEnum("slug_owner", slugOwners);

/** Slugs that things once had; their addresses redirect for ever. */
export const retiredSlugs = pgTable(
  "retired_slugs",
  {
    owner: slugOwner().notNull(),
    slug: text().notNull(),
    ownerId: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "retired_slugs_pk", columns: [t.owner, t.slug] })],
);

/** Addresses of a predecessor site that we answer for; the target is a path of ours. */
export const legacyUrls = pgTable("legacy_urls", {
  path: text().primaryKey(),
  target: text().notNull(),
  createdAt: createdAt(),
});
