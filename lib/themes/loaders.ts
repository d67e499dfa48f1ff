import "server-only";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { findCover } from "@/db/queries/collections";
import { listRecordsAround, listThemeNames } from "@/db/queries/theme-records";
import { findTheme, findThemeContents, listThemes } from "@/db/queries/themes";
import { loadAtAddress } from "@/lib/addresses/loaders";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { themeHref } from "@/lib/archive/hrefs";
import { listedRecord } from "@/lib/archive/listed-record";
import { dependsOn } from "@/lib/cache/render-scope";
import { shownCover } from "@/lib/collections/view";
import { eventsWith, stretchesAround } from "./view";

/** Records shown at one event, and names shown beside a theme. */
const recordsAtEvent = 6;
const shownNames = { places: 24, people: 12 };

/** The published themes. */
export const loadThemes = cache(async () => {
  dependsOn(recordsTag, authoritiesTag);
  return listThemes();
});

/** A theme with what it gathers, its timeline joined to the records around each event, and whom and which places its records name. */
export const loadTheme = cache(async (slug: string) => {
  const theme = await loadAtAddress("theme", slug, findTheme, (moved) => permanentRedirect(themeHref(moved)));
  dependsOn(tagOf("theme", theme.id), recordsTag);
  const contents = await findThemeContents(theme.id);
  const [around, names, cover] = await Promise.all([
    listRecordsAround(theme.id, stretchesAround(contents.events), recordsAtEvent),
    listThemeNames(theme.id, shownNames),
    findCover("theme", theme.id),
  ]);
  return {
    ...theme,
    ...names,
    cover: shownCover(cover),
    collections: contents.collections,
    records: contents.records.map(listedRecord),
    events: eventsWith(contents.events, around),
  };
});
