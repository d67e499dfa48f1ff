import { containerInWords, type CitedDocument } from "./cited-document";
import { recordKey } from "./csl-item";
import { documentKind } from "./document-kinds";
import { namesInWords, spokenName, type CitedName } from "./names";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const commands = new Map([
  ["\\", "\\textbackslash{}"],
  ["{", "\\{"],
  ["}", "\\}"],
  ["~", "\\textasciitilde{}"],
  ["^", "\\textasciicircum{}"],
]);

/** Words as TeX prints them; letters of other alphabets stay as they are, in UTF-8. */
const tex = (text: string): string =>
  text
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[\\{}~^]|[&%$#_]/g, (sign) => commands.get(sign) ?? `\\${sign}`);

/** A name of one piece is protected from being taken apart. */
const texName = (name: CitedName): string => {
  if ("literal" in name) return `{${tex(name.literal)}}`;
  const { family, given, suffix } = name;
  return [family, suffix, given].flatMap((part) => (part === undefined ? [] : [tex(part)])).join(", ");
};

const texNames = (names: readonly CitedName[]): string => names.map(texName).join(" and ");

function dateFields({ date }: CitedDocument): [string, string][] {
  if (date === null) return [];
  const parts = "date-parts" in date.exchanged ? (date.exchanged["date-parts"][0] ?? []) : [];
  const [year, month] = parts;
  const isPlain = date.styled === date.exchanged && "date-parts" in date.styled;
  return [
    ["year", isPlain && year !== undefined ? `{${year}}` : `{${tex(date.words)}}`],
    ...(isPlain && month !== undefined ? [["month", months[month - 1] ?? ""] as [string, string]] : []),
  ];
}

/** What BibTeX has no field for, or does not print: who received it, the edition, and where the original lies. */
function noteOf(document: CitedDocument): string {
  const { recipients, original, note, date } = document;
  const container = containerInWords(document);
  const where = [original?.reference, original?.repository, original?.place].filter(Boolean).join(", ");
  const isRange = date !== null && "date-parts" in date.styled && date.styled["date-parts"].length > 1;
  return [
    recipients.length > 0 ? `To ${namesInWords(recipients)}` : null,
    isRange || (date !== null && "date-parts" in date.styled && date.styled["date-parts"][0]?.length === 3)
      ? date.words
      : null,
    container === null ? null : `In ${container}`,
    where || null,
    note,
  ]
    .filter((part) => part !== null)
    .join(". ");
}

/**
 * A document as an entry for BibTeX and biblatex in UTF-8. The key is the record's number, so it never changes; the title's capitals
 * are protected; the reference of the original stands in the note, where every style prints it.
 */
export function asBibtex(document: CitedDocument): string {
  const { bibtex: type } = documentKind(document.documentType);
  const { authors, translators, original, archive } = document;
  const issuer = authors.find((name) => "literal" in name);
  const fields: [string, string][] = [
    ["author", `{${texNames(authors)}}`],
    ["title", `{{${tex(document.title)}}}`],
    ["booktitle", `{${tex(document.container?.title ?? "")}}`],
    ["series", `{${tex(document.container?.series ?? "")}}`],
    ["number", `{${tex(document.container?.number ?? "")}}`],
    ["translator", `{${texNames(translators)}}`],
    ...dateFields(document),
    ["howpublished", `{${tex(archive)}}`],
    ["type", `{${tex(document.documentType ?? "")}}`],
    // BibTeX warns of a report without an institution.
    [
      "institution",
      type === "techreport"
        ? `{${tex(issuer ? spokenName(issuer) : (original?.repository ?? archive))}}`
        : "{}",
    ],
    ["library", `{${tex([original?.repository, original?.reference].filter(Boolean).join(", "))}}`],
    ["note", `{${tex(noteOf(document))}}`],
    ["url", `{${document.permalink}}`],
    ["language", `{${tex(document.languages.map(({ name }) => name).join(", "))}}`],
    ["keywords", `{${tex(document.subjects.join(", "))}}`],
    ["abstract", `{${tex(document.summary ?? "")}}`],
  ];
  const lines = fields.filter(([, value]) => value !== "{}").map(([name, value]) => `  ${name} = ${value},`);
  return `@${type}{${recordKey(document)},\n${lines.join("\n")}\n}\n`;
}
