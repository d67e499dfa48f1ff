import { classificationHref, documentTypeHref, donorHref, languageHref, publisherHref } from "./hrefs";

/** The controlled lists whose entries have a page with their records. */
export const vocabularyKinds = ["language", "document-type", "classification", "donor", "publisher"] as const;
export type VocabularyKind = (typeof vocabularyKinds)[number];

/** The orders in which the entries of a list can be read. */
export const vocabularySorts = ["name", "records"] as const;
export type VocabularySort = (typeof vocabularySorts)[number];

type VocabularyWords = {
  readonly path: "/languages" | "/document-types" | "/classifications" | "/donors" | "/publishers";
  readonly one: string;
  readonly many: string;
  readonly explanation: string;
  /** An entry's page, by its slug or, for languages, its BCP 47 tag. */
  readonly hrefOf: (key: string) => string;
};

/** What each list is called, what it gathers, and where its pages are. */
export const vocabularies: Record<VocabularyKind, VocabularyWords> = {
  language: {
    path: "/languages",
    one: "Language",
    many: "Languages",
    explanation: "The languages that the originals are written in",
    hrefOf: languageHref,
  },
  "document-type": {
    path: "/document-types",
    one: "Type of document",
    many: "Types of document",
    explanation: "What kind of paper a document is: a telegram, a memorandum, a letter",
    hrefOf: documentTypeHref,
  },
  classification: {
    path: "/classifications",
    one: "Classification",
    many: "Classifications",
    explanation: "How secret a document once was",
    hrefOf: classificationHref,
  },
  donor: {
    path: "/donors",
    one: "Donor",
    many: "Donors",
    explanation: "Who gave documents or copies of them",
    hrefOf: donorHref,
  },
  publisher: {
    path: "/publishers",
    one: "Publisher",
    many: "Publishers",
    explanation: "Who has published documents in print or online before",
    hrefOf: publisherHref,
  },
};
