/** Addresses of the public pages. They are cited in footnotes: a pattern may gain a neighbour but never change. */
export const recordHref = (slug: string) => `/document/${slug}` as const;
/** A paragraph ("p12") of a record with the words that led to it; a script marks them there, the page is the same. */
export const foundHref = (slug: string, words: string, anchor: string) =>
  `${hrefWith(recordHref(slug), { q: words })}#${anchor}`;
/** Two of a record's scans and texts side by side. */
export const readHref = (slug: string, sides: { left?: string; right?: string; page?: number | null } = {}) =>
  hrefWith(`/document/${slug}/read`, sides);
/** A record as a file: "txt", "csl.json" … */
export const recordFileHref = (slug: string, extension: string) => `/document/${slug}.${extension}` as const;
/** The citations of a record, or of one of its paragraphs. */
export const citeHref = (slug: string) => `/document/${slug}/cite` as const;
export const collectionHref = (slug: string) => `/collection/${slug}` as const;
export const findingAidHref = (slug: string) => `/collection/${slug}/finding-aid` as const;
export const agentHref = (slug: string) => `/people/${slug}` as const;
export const correspondentsHref = (slug: string) => `/people/${slug}/correspondents` as const;
/** The records between two agents; the second is named as seen from the first. */
export const pairHref = (slug: string, other: string) => `/people/${slug}/with/${other}` as const;
export const placeHref = (slug: string) => `/places/${slug}` as const;
export const subjectHref = (slug: string) => `/subjects/${slug}` as const;
export const repositoryHref = (slug: string) => `/repositories/${slug}` as const;
export const languageHref = (code: string) => `/languages/${code}` as const;
export const documentTypeHref = (slug: string) => `/document-types/${slug}` as const;
export const donorHref = (slug: string) => `/donors/${slug}` as const;
export const publisherHref = (slug: string) => `/publishers/${slug}` as const;
export const classificationHref = (slug: string) => `/classifications/${slug}` as const;
/** A search that a curator keeps under a name, and the feed of what it finds. */
export const savedSearchHref = (slug: string) => `/searches/${slug}` as const;
export const savedSearchFeedHref = (slug: string) => `/searches/${slug}/feed.atom` as const;
export const themeHref = (slug: string) => `/theme/${slug}` as const;
/** A year, a month or a day, astronomical years; months and days of two digits: "/years/1962/03/07". */
export function periodHref(year: number, month: number | null = null, day: number | null = null) {
  const parts = [month, day].flatMap((part) => (part === null ? [] : String(part).padStart(2, "0")));
  return `/years/${[year, ...parts].join("/")}` as const;
}
/** A day of any year, month × 100 + day: "/on-this-day/10-27". */
export const anniversaryHref = (anniversary: number) => {
  const digits = String(anniversary).padStart(4, "0");
  return `/on-this-day/${digits.slice(0, 2)}-${digits.slice(2)}` as const;
};
export const yearHref = (year: number | "undated" | "uncertain") => `/years/${year}` as const;

/** The bytes of a digital object; the name is for the reader's folder of downloads. */
export const fileHref = (id: number) => `/files/${id}` as const;

/** The same bytes for keeping: the browser stores them under the file's own name. */
export const downloadHref = (id: number) => `/files/${id}?download` as const;

/** Changes when thumbnails and tiles are made in another way, so that no old one is shown for a new one. */
export const derivativeRecipe = 1;

/** A picture or tile made from a page of a digital object; the address names its contents and therefore never changes its answer. */
export const derivativeHref = (file: { id: number; sha256: string }, page: number, name: string) =>
  `/files/${file.id}/${derivativeVersion(file.sha256)}/${page}/${name}` as const;
export const derivativeVersion = (sha256: string) => `${sha256.slice(0, 16)}-${derivativeRecipe}` as const;

/** A page of a record's scans, counted from 1 over all files. */
export const scanHref = (slug: string, page: number) => `/document/${slug}/scans/${page}` as const;

/** An address with a query; parameters that are empty or absent vanish, so that one page has one address. */
export function hrefWith<Path extends string>(
  path: Path,
  query: Readonly<Record<string, string | number | null | undefined>>,
) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") parameters.set(name, String(value));
  }
  return parameters.size > 0 ? (`${path}?${parameters.toString()}` as const) : path;
}

/** A page of a list at `path`; the first page is the list's own address. */
export const pageHref = (
  path: string,
  page: number,
  query: Readonly<Record<string, string | number | null | undefined>> = {},
) => hrefWith(path, { ...query, page: page > 1 ? page : null });

/**
 * What a link within the archive tells crawlers: not to follow one that narrows or sorts a list, for its combinations have no end. The
 * pages of a list as it stands are for them too; these lead to every record.
 */
export function relOf(href: string): "nofollow" | undefined {
  const [, query = ""] = href.split("#", 1).join("").split("?");
  const names = [...new URLSearchParams(query).keys()];
  return names.some((name) => name !== "page" && name !== "part") ? "nofollow" : undefined;
}
