import "server-only";
import { cache } from "react";
import { listFeaturedCollections } from "@/db/queries/collections";
import { countHoldings, listNewestRecords } from "@/db/queries/home";
import { listThemes } from "@/db/queries/themes";
import { countYears } from "@/db/queries/years";
import { authoritiesTag, recordsTag } from "@/lib/archive/cache-tags";
import { listedRecord } from "@/lib/archive/listed-record";
import { dependsOn } from "@/lib/cache/render-scope";

const featuredOnHome = 6;
const newestOnHome = 8;

/** What the home page tells of the archive. */
export const loadHome = cache(async () => {
  dependsOn(recordsTag, authoritiesTag);
  const [holdings, featured, newest, themes, { years }] = await Promise.all([
    countHoldings(),
    listFeaturedCollections(featuredOnHome),
    listNewestRecords(newestOnHome),
    listThemes(),
    countYears(),
  ]);
  return { holdings, featured, newest: newest.map(listedRecord), theme: themes[0] ?? null, years };
});

/** How much each way into the archive offers. */
export const loadHoldings = cache(async () => {
  dependsOn(recordsTag, authoritiesTag);
  return countHoldings();
});
