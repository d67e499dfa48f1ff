import "server-only";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { findTheme, findThemeContents, listThemes } from "@/db/queries/themes";
import { loadAtAddress } from "@/lib/addresses/loaders";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { themeHref } from "@/lib/archive/hrefs";
import { listedRecord, shownDate } from "@/lib/archive/listed-record";
import { dependsOn } from "@/lib/cache/render-scope";

/** The published themes. */
export const loadThemes = cache(async () => {
  dependsOn(recordsTag, authoritiesTag);
  return listThemes();
});

/** A theme with the collections and records that it gathers and its timeline. */
export const loadTheme = cache(async (slug: string) => {
  const theme = await loadAtAddress("theme", slug, findTheme, (moved) => permanentRedirect(themeHref(moved)));
  dependsOn(tagOf("theme", theme.id), recordsTag);
  const contents = await findThemeContents(theme.id);
  return {
    ...theme,
    collections: contents.collections,
    records: contents.records.map(listedRecord),
    events: contents.events.map((event) => ({ ...event, date: shownDate(event) })),
  };
});

export type ThemeEvent = Awaited<ReturnType<typeof loadTheme>>["events"][number];
