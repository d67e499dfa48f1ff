import {
  agentKinds,
  agentRoles,
  placeKinds,
  placeRoles,
  relationKinds,
  textKinds,
  textMethods,
} from "@/lib/archive/vocabulary";

/** A field that holds one text; `kind` says how it is typed. */
export type TextField = {
  readonly name: TextFieldName;
  readonly kind: "line" | "area" | "date" | "address";
  readonly label: string;
  readonly help?: string;
};

export const textFieldNames = [
  "title",
  "slug",
  "summary",
  "dateExpression",
  "dateEdtf",
  "eventDateEdtf",
  "receivedDateEdtf",
  "releaseDateEdtf",
  "sourceCitation",
  "sourceUri",
  "extent",
  "custodialHistory",
  "acquisitionSource",
  "accessConditions",
  "useConditions",
  "note",
  "curatorNote",
] as const;
export type TextFieldName = (typeof textFieldNames)[number];

/** How each text field is shown in the form; the record page has its own words for readers. */
export const textFields: { readonly [Name in TextFieldName]: Omit<TextField, "name"> } = {
  title: {
    kind: "area",
    label: "Title",
    help: "In the catalogue's language, as a heading: who, what, to whom.",
  },
  slug: {
    kind: "line",
    label: "Address",
    help: "The end of the page's address. Leave it empty to make it from the title; an old address goes on leading here.",
  },
  summary: {
    kind: "area",
    label: "Summary",
    help: "What the document says, in a few sentences of plain text.",
  },
  dateExpression: { kind: "line", label: "Date as worded", help: "As the document or its source puts it." },
  dateEdtf: { kind: "date", label: "Date of creation" },
  eventDateEdtf: {
    kind: "date",
    label: "Date of the event",
    help: "For a record of a meeting: when it met.",
  },
  receivedDateEdtf: { kind: "date", label: "Date received" },
  releaseDateEdtf: { kind: "date", label: "Date released", help: "When it was declassified or opened." },
  sourceCitation: {
    kind: "area",
    label: "Source citation",
    help: "Archival citation and credit, as the source words it.",
  },
  sourceUri: {
    kind: "address",
    label: "Address of the source",
    help: "Of the edition or catalogue it was taken from.",
  },
  extent: { kind: "line", label: "Extent", help: "Size and medium: 3 pages, typescript." },
  custodialHistory: { kind: "area", label: "Custodial history", help: "Whose hands it passed through." },
  acquisitionSource: {
    kind: "area",
    label: "Source of acquisition",
    help: "From whom the archive has it, and how.",
  },
  accessConditions: { kind: "area", label: "Conditions of access" },
  useConditions: { kind: "area", label: "Conditions of use" },
  note: { kind: "area", label: "Note for readers" },
  curatorNote: { kind: "area", label: "Note for curators", help: "Never shown to readers." },
};

export const linkListNames = [
  "agents",
  "places",
  "subjects",
  "collections",
  "languages",
  "documentTypes",
  "classifications",
  "donors",
  "publishers",
] as const;
export type LinkListName = (typeof linkListNames)[number];

/** A list of links to entries: how it is found (`picker`), in which roles it links, and which kinds of entry can be made on the spot. */
export type LinkList = {
  readonly picker:
    | "agent"
    | "place"
    | "subject"
    | "collection"
    | "language"
    | "documentType"
    | "classification"
    | "donor"
    | "publisher";
  readonly label: string;
  readonly one: string;
  readonly roles: readonly string[];
  /** Kinds to choose from for a new entry; empty where an entry has no kind; null where none can be made here. */
  readonly newKinds: readonly string[] | null;
  readonly help?: string;
};

export const linkLists: { readonly [Name in LinkListName]: LinkList } = {
  agents: {
    picker: "agent",
    label: "People and organisations",
    one: "person or organisation",
    roles: agentRoles,
    newKinds: agentKinds,
    help: "Type any form of the name; variants and other scripts are found too.",
  },
  places: { picker: "place", label: "Places", one: "place", roles: placeRoles, newKinds: placeKinds },
  subjects: {
    picker: "subject",
    label: "Subjects",
    one: "subject heading",
    roles: [],
    newKinds: [],
    help: "A new heading joins its parts with two hyphens: Cuba--Foreign relations.",
  },
  collections: { picker: "collection", label: "Collections", one: "collection", roles: [], newKinds: [] },
  languages: {
    picker: "language",
    label: "Languages of the original",
    one: "language",
    roles: [],
    newKinds: null,
  },
  documentTypes: {
    picker: "documentType",
    label: "Document types",
    one: "document type",
    roles: [],
    newKinds: [],
  },
  classifications: {
    picker: "classification",
    label: "Classifications",
    one: "classification",
    roles: [],
    newKinds: null,
  },
  donors: { picker: "donor", label: "Donors", one: "donor", roles: [], newKinds: [] },
  publishers: { picker: "publisher", label: "Publishers", one: "publisher", roles: [], newKinds: [] },
};

export const rowListNames = ["titles", "references", "relations", "texts"] as const;
export type RowListName = (typeof rowListNames)[number];

export const rowListLabels: { readonly [Name in RowListName]: { label: string; one: string } } = {
  titles: { label: "Titles in other languages", one: "title" },
  references: { label: "Archival references", one: "reference" },
  relations: { label: "Related records", one: "related record" },
  texts: { label: "Transcripts and translations", one: "text" },
};

/** The label of any field of a description, for histories and comparisons. */
export function fieldLabel(name: string): string {
  if (name in textFields) return textFields[name as TextFieldName].label;
  if (name in linkLists) return linkLists[name as LinkListName].label;
  if (name in rowListLabels) return rowListLabels[name as RowListName].label;
  if (name === "files") return "Files";
  return name === "rights" ? "Rights" : name;
}

const relationLabels: { readonly [Kind in (typeof relationKinds)[number]]: string } = {
  attachment_of: "is an attachment of",
  reply_to: "replies to",
  same_meeting_as: "records the same meeting as",
  other_release_of: "is another release of",
  cites: "cites",
  related: "is related to",
};

/** Kinds that read otherwise from the other record; those said so are kept with it. */
export const reverseRelationKinds = ["attachment_of", "reply_to", "cites"] as const;

const reverseLabels: { readonly [Kind in (typeof reverseRelationKinds)[number]]: string } = {
  attachment_of: "has as attachment",
  reply_to: "is answered by",
  cites: "is cited by",
};

/** The value that stands in the form for a kind said from the other side. */
export const reversed = <Kind extends string>(kind: Kind): `${Kind}:reversed` => `${kind}:reversed`;

export const relationChoices = [
  ...relationKinds.map((kind) => ({ id: kind, name: relationLabels[kind] })),
  ...reverseRelationKinds.map((kind) => ({ id: reversed(kind), name: reverseLabels[kind] })),
];

/** A controlled word as people read it: "written_at" → "written at". */
export const wordFor = (term: string): string => (term === "ocr" ? "OCR" : term.replaceAll("_", " "));

export const textKindChoices = textKinds.map((kind) => ({ id: kind, name: wordFor(kind) }));
export const textMethodChoices = textMethods.map((method) => ({ id: method, name: wordFor(method) }));
