/** What a kind of document is called in the formats of reference managers. */
type DocumentKind = {
  /** CSL 1.0.2, appendix III. */
  readonly csl:
    | "personal_communication"
    | "report"
    | "treaty"
    | "speech"
    | "interview"
    | "map"
    | "graphic"
    | "manuscript"
    | "document";
  /** RIS, as Reference Manager lists them. */
  readonly ris: "PCOMM" | "RPRT" | "MAP" | "ART" | "UNPB" | "GEN";
  readonly bibtex: "misc" | "techreport" | "unpublished";
};

const letter: DocumentKind = { csl: "personal_communication", ris: "PCOMM", bibtex: "misc" };
const report: DocumentKind = { csl: "report", ris: "RPRT", bibtex: "techreport" };
const manuscript: DocumentKind = { csl: "manuscript", ris: "UNPB", bibtex: "unpublished" };
const anything: DocumentKind = { csl: "document", ris: "GEN", bibtex: "misc" };

/** By the words in the name of a type, the more telling first: a memorandum of conversation is no report. */
const kinds: readonly (readonly [RegExp, DocumentKind])[] = [
  [/\b(?:conversation|minutes|transcript|journal|diary|notebook)\b/i, manuscript],
  [/\b(?:letter|telegram|cable|airgram|despatch|dispatch|correspondence|message)\b/i, letter],
  [/\b(?:report|memorandum|study|assessment|estimate)\b/i, report],
  [/\b(?:treaty|agreement|convention|protocol)\b/i, { csl: "treaty", ris: "GEN", bibtex: "misc" }],
  [/\b(?:speech|address|remarks)\b/i, { csl: "speech", ris: "GEN", bibtex: "misc" }],
  [/\binterview\b/i, { csl: "interview", ris: "GEN", bibtex: "misc" }],
  [/\bmap\b/i, { csl: "map", ris: "MAP", bibtex: "misc" }],
  [/\b(?:photograph|drawing|poster|picture)\b/i, { csl: "graphic", ris: "ART", bibtex: "misc" }],
];

/** The kind behind the archive's name for a type ("Telegram"). */
export const documentKind = (type: string | null): DocumentKind =>
  (type === null ? undefined : kinds.find(([words]) => words.test(type))?.[1]) ?? anything;
