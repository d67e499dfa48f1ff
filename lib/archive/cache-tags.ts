import type { SlugOwner } from "./vocabulary";

/**
 * Tags of cached pages. A page carries the tag of everything whose change must change it; a command expires the tags of what it
 * changed, in its own transaction.
 *
 * - `record:7`, `collection:3`, `agent:12` …: the thing itself, and for groupings and authorities also the list of their records.
 * - `authorities`: any name, heading or vocabulary entry; record pages carry it because they show many.
 * - `records`: any change of what is published; pages that list or count the whole archive carry it.
 * - `saved-searches`: any change of the searches that curators keep; their list carries it.
 * - `fixed`: never expires; pages of words alone carry it, for a page that names nothing is never kept.
 */
export const tagOf = (owner: SlugOwner, id: number): string => `${owner}:${id}`;

export const authoritiesTag = "authorities";
export const recordsTag = "records";

/** Expires when postings were written: no page shows them, but processes that search by them read the new ones. */
export const postingsTag = "postings";
export const savedSearchesTag = "saved-searches";
export const fixedTag = "fixed";

/**
 * Names, or links to what bears them, changed in such numbers that no tags tell which: imports. Whoever holds all names reads them
 * anew; after `authorities` or `records` alone, only what the other tags of the change name.
 */
export const namesTag = "names";

/** The tag that stands for everything: a message with it empties every cache. */
export const everything = "*";

/** The PostgreSQL channel on which expired tags travel between processes. */
export const tagChannel = "archive_tags";
