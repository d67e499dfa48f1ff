import "server-only";
import { cache } from "react";
import { listFeaturedCollections } from "@/db/queries/collections";
import { countHoldings, listNewestRecords } from "@/db/queries/home";
import { listThemes } from "@/db/queries/themes";
import { authoritiesTag, recordsTag } from "@/lib/archive/cache-tags";
import { listedRecord } from "@/lib/archive/listed-record";
import { dependsOn } from "@/lib/cache/render-scope";

const featuredOnHome = 6;
const newestOnHome = 8;

/** What the home page tells of the archive. */
export const loadHome = cache(async () => {
  dependsOn(recordsTag, authoritiesTag);
  const [holdings, featured, newest, themes] = await Promise.all([
    countHoldings(),
    listFeaturedCollections(featuredOnHome),
    listNewestRecords(newestOnHome),
    listThemes(),
  ]);
  return { holdings, featured, newest: newest.map(listedRecord), theme: themes[0] ?? null };
});
