/**
 * The archive's controlled lists. Database enums, forms, facets and labels all read these tuples, so that a word is spelt
 * one way everywhere. Terms follow ISAD(G), ISAAR(CPF) and EAD.
 */

/** Publication status of a record; a withdrawn record keeps its address and answers 410. */
export const recordStatuses = ["draft", "in_review", "published", "withdrawn"] as const;
export type RecordStatus = (typeof recordStatuses)[number];

/** Kinds of authority record (ISAAR(CPF) 5.1.1). */
export const agentKinds = ["person", "organisation", "family"] as const;
export type AgentKind = (typeof agentKinds)[number];

/** What an agent has to do with a record, in the order in which a record page lists them. */
export const agentRoles = [
  "author",
  "recipient",
  "participant",
  "mentioned",
  "contributor",
  "translator",
  "transcriber",
  "editor",
] as const;
export type AgentRole = (typeof agentRoles)[number];

/** Where a variant of a name comes from: a spelling, a romanisation scheme, or the name in its own script. */
export const nameSchemes = ["variant", "original", "loc", "bgn", "pinyin", "wade-giles", "former"] as const;
export type NameScheme = (typeof nameSchemes)[number];

/** What a place has to do with a record. */
export const placeRoles = ["about", "written_at"] as const;
export type PlaceRole = (typeof placeRoles)[number];

export const placeKinds = ["region", "country", "area", "city", "site"] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Level of description of a grouping (ISAD(G) 3.1.4, EAD `@level`). */
export const collectionLevels = ["collection", "fonds", "series", "file"] as const;
export type CollectionLevel = (typeof collectionLevels)[number];

export const textKinds = ["transcript", "translation"] as const;
export type TextKind = (typeof textKinds)[number];

/** How a text came about. */
export const textMethods = ["human", "ocr", "machine"] as const;
export type TextMethod = (typeof textMethods)[number];

/** Relations between records, read from the first to the second ("a is an attachment of b"). */
export const relationKinds = [
  "attachment_of",
  "reply_to",
  "same_meeting_as",
  "other_release_of",
  "cites",
  "related",
] as const;
export type RelationKind = (typeof relationKinds)[number];

/** Roles of signed-in people, most powerful first. */
export const userRoles = ["administrator", "editor", "contributor", "viewer"] as const;
export type UserRole = (typeof userRoles)[number];

export const revisionActions = [
  "created",
  "edited",
  "submitted",
  "published",
  "withdrawn",
  "reinstated",
  "imported",
] as const;
export type RevisionAction = (typeof revisionActions)[number];

export const duplicateStates = ["open", "dismissed", "merged"] as const;

/** Kinds of thing that have a page of their own and therefore a slug that must go on working after it changes. */
export const slugOwners = [
  "record",
  "agent",
  "place",
  "subject",
  "collection",
  "theme",
  "repository",
] as const;
export type SlugOwner = (typeof slugOwners)[number];
