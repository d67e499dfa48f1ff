import type { HoldingLevel } from "./holding";
import type {
  AgentKind,
  AgentRole,
  CollectionLevel,
  NameScheme,
  PlaceKind,
  PlaceRole,
  TextKind,
} from "./vocabulary";

/** The words in which readers and curators meet the controlled lists. */
type Numbered = { readonly one: string; readonly many: string };

export const agentRoleLabels: Record<AgentRole, Numbered> = {
  author: { one: "Author", many: "Authors" },
  recipient: { one: "Recipient", many: "Recipients" },
  participant: { one: "Participant", many: "Participants" },
  mentioned: { one: "Mentioned", many: "Mentioned" },
  contributor: { one: "Contributor", many: "Contributors" },
  translator: { one: "Translator", many: "Translators" },
  transcriber: { one: "Transcriber", many: "Transcribers" },
  editor: { one: "Editor", many: "Editors" },
};

/** An agent's records by what it has to do with them. */
export const agentRoleHeadings: Record<AgentRole, string> = {
  author: "As author",
  recipient: "As recipient",
  participant: "As participant",
  mentioned: "Mentioned in",
  contributor: "As contributor",
  translator: "As translator",
  transcriber: "As transcriber",
  editor: "As editor",
};

export const agentKindLabels: Record<AgentKind, Numbered> = {
  person: { one: "Person", many: "People" },
  organisation: { one: "Organisation", many: "Organisations" },
  family: { one: "Family", many: "Families" },
};

export const placeKindLabels: Record<PlaceKind, string> = {
  region: "Region",
  country: "Country",
  area: "Area",
  city: "City",
  site: "Site",
};

/** What documents have to do with a place: "documents are about it". */
export const placeRoleLabels: Record<PlaceRole, string> = {
  about: "are about",
  written_at: "were written at",
};

export const collectionLevelLabels: Record<CollectionLevel, string> = {
  collection: "Collection",
  fonds: "Fonds",
  series: "Series",
  file: "File",
};

const textKindLabels: Record<TextKind, string> = {
  transcript: "Transcript",
  translation: "Translation",
};

/** What a text is, as its heading says it: "Translation (German)"; brackets do not stand in brackets: "Transcript: Uzbek (Latin)". */
export const textLabel = ({ kind, language }: { kind: TextKind; language: string }): string =>
  language.includes("(") ? `${textKindLabels[kind]}: ${language}` : `${textKindLabels[kind]} (${language})`;

export const nameSchemeLabels: Record<NameScheme, string> = {
  variant: "also written",
  original: "in the original script",
  loc: "Library of Congress romanisation",
  bgn: "BGN/PCGN romanisation",
  pinyin: "Pinyin",
  "wade-giles": "Wade–Giles",
  former: "former name",
};

/** The levels of an archive's own order. */
export const holdingLevelLabels: Record<HoldingLevel, Numbered> = {
  fonds: { one: "Fonds", many: "Fonds" },
  series: { one: "Series", many: "Series" },
  file: { one: "File", many: "Files" },
};
