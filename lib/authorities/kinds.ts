import type { AuthorityKind } from "@/db/queries/authorities";
import { agentHref, collectionHref, placeHref, repositoryHref, subjectHref } from "@/lib/archive/hrefs";
import { agentKinds, collectionLevels, placeKinds } from "@/lib/archive/vocabulary";

export type { AuthorityKind };

/** A field of an authority form; `parent` is typed as the name of another entry of `picker`. */
export type AuthorityField = {
  readonly name: string;
  readonly kind:
    | "line"
    | "area"
    | "essay"
    | "date"
    | "address"
    | "number"
    | "choice"
    | "check"
    | "parent"
    | "lines";
  readonly label: string;
  readonly help?: string;
  readonly options?: readonly string[];
  readonly picker?: AuthorityKind;
};

/** Parts of a name variant that a kind records besides the name itself. */
export type NamePart = "scheme" | "script" | "languageCode" | "validEdtf";

export type AuthorityType = {
  /** The part of the desk's address that stands for the kind. */
  readonly path: string;
  readonly label: string;
  readonly one: string;
  readonly publicHref: (slug: string) => string;
  /** In the order of the form. */
  readonly fields: readonly AuthorityField[];
  /** Null where entries have no other names. */
  readonly nameParts: readonly NamePart[] | null;
};

const slug: AuthorityField = {
  name: "slug",
  kind: "line",
  label: "Address",
  help: "The end of the page's address. Leave it empty to make it from the name; an old address goes on leading here.",
};
const wikidataId: AuthorityField = {
  name: "wikidataId",
  kind: "line",
  label: "Wikidata",
  help: "Q followed by digits.",
};
const scopeNote: AuthorityField = { name: "scopeNote", kind: "area", label: "Scope note" };

/** Every kind of entry the desk keeps, in the order of its navigation, with its form. */
export const authorityTypes: { readonly [Kind in AuthorityKind]: AuthorityType } = {
  collection: {
    path: "collections",
    label: "Collections",
    one: "collection",
    publicHref: collectionHref,
    nameParts: null,
    fields: [
      { name: "name", kind: "line", label: "Title" },
      { name: "level", kind: "choice", label: "Level", options: collectionLevels },
      {
        name: "parent",
        kind: "parent",
        picker: "collection",
        label: "Part of",
        help: "Title of the collection it belongs to.",
      },
      { name: "abstract", kind: "area", label: "Abstract", help: "Two or three sentences for lists." },
      { name: "essay", kind: "essay", label: "Essay", help: "Markdown: headings, emphasis, links, lists." },
      { name: "position", kind: "number", label: "Place in lists", help: "Lower numbers come first." },
      { name: "isPublished", kind: "check", label: "Shown to readers" },
      { name: "isFeatured", kind: "check", label: "Featured on the home page" },
      slug,
    ],
  },
  agent: {
    path: "people",
    label: "People and organisations",
    one: "person or organisation",
    publicHref: agentHref,
    nameParts: ["scheme", "script", "languageCode"],
    fields: [
      { name: "name", kind: "line", label: "Preferred name", help: "In heading order: Castro, Fidel." },
      { name: "kind", kind: "choice", label: "Kind", options: agentKinds },
      { name: "existenceEdtf", kind: "date", label: "Life or existence dates" },
      {
        name: "description",
        kind: "line",
        label: "In one line",
        help: "What tells namesakes apart: Soviet ambassador to Cuba, 1962–1968.",
      },
      { name: "biographicalHistory", kind: "area", label: "Biographical or administrative history" },
      wikidataId,
      { name: "viafId", kind: "line", label: "VIAF", help: "Digits only." },
      {
        name: "identifiers",
        kind: "lines",
        label: "Other identifiers",
        help: "One a line, the authority file before a colon: gnd: 118562347. Readers get links for gnd, isni, lcnaf, bnf, snac and ulan.",
      },
      slug,
    ],
  },
  place: {
    path: "places",
    label: "Places",
    one: "place",
    publicHref: placeHref,
    nameParts: ["script", "languageCode", "validEdtf"],
    fields: [
      { name: "name", kind: "line", label: "Name" },
      { name: "kind", kind: "choice", label: "Kind", options: placeKinds },
      { name: "parent", kind: "parent", picker: "place", label: "Within", help: "Name of the larger place." },
      { name: "latitude", kind: "number", label: "Latitude", help: "Degrees, south negative (WGS 84)." },
      { name: "longitude", kind: "number", label: "Longitude", help: "Degrees, west negative (WGS 84)." },
      scopeNote,
      wikidataId,
      slug,
    ],
  },
  subject: {
    path: "subjects",
    label: "Subjects",
    one: "subject heading",
    publicHref: subjectHref,
    nameParts: null,
    fields: [
      {
        name: "name",
        kind: "line",
        label: "Heading",
        help: "Parts joined by two hyphens: Cuba--Foreign relations.",
      },
      { name: "parent", kind: "parent", picker: "subject", label: "Broader heading" },
      scopeNote,
      slug,
    ],
  },
  repository: {
    path: "repositories",
    label: "Repositories",
    one: "repository",
    publicHref: repositoryHref,
    nameParts: null,
    fields: [
      { name: "name", kind: "line", label: "Name" },
      { name: "abbreviation", kind: "line", label: "Abbreviation", help: "As references cite it." },
      { name: "otherNames", kind: "lines", label: "Other names", help: "One a line." },
      { name: "place", kind: "parent", picker: "place", label: "Place" },
      { name: "uri", kind: "address", label: "Website" },
      { name: "description", kind: "area", label: "Description" },
      slug,
    ],
  },
};

export const authorityKinds = Object.keys(authorityTypes) as AuthorityKind[];

/** The kind an address of the desk stands for; null when it stands for none. */
export const authorityKindAt = (path: string): AuthorityKind | null =>
  authorityKinds.find((kind) => authorityTypes[kind].path === path) ?? null;

/** The label of a field in any of the forms, for histories. */
export const authorityFieldLabel = (kind: AuthorityKind, name: string): string =>
  name === "names"
    ? "Other names"
    : (authorityTypes[kind].fields.find((field) => field.name === name)?.label ?? name);
