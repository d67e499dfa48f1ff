/** The parts of an archival reference, each as the reference words it; null for what could not be read. */
export type ReferenceParts = {
  readonly repository: string | null;
  readonly fonds: string | null;
  readonly series: string | null;
  readonly file: string | null;
  readonly folios: string | null;
  /** First and last folio or page as numbers. */
  readonly folioFrom: number | null;
  readonly folioTo: number | null;
};

const nothing: ReferenceParts = {
  repository: null,
  fonds: null,
  series: null,
  file: null,
  folios: null,
  folioFrom: null,
  folioTo: null,
};

/** Longer references hold prose; their parts stand in the beginning. */
const longestRead = 600;

/** Ends of the reference proper: a sentence after a word, a year or a bracket ("… Box 3. Secret."), never after "f." or "U.S.". */
const sentenceEnd = /(?<=\p{Ll}{3}|\)|[”"])\.(?:\s|$)|(?<=\d)\.(?:\s+(?=\p{Lu}\p{Ll}{2})|$)/u;

/** The reference alone, without the sentences that may follow it ("… Box 3. Secret. Drafted by Read."). */
export const referenceProper = (raw: string): string => raw.split(sentenceEnd)[0]?.trim() ?? "";

/** The designations of Russian archives, Latin and Cyrillic: fond, opis', delo, list. */
const russianParts = {
  fonds: /^(?:f|fond|ф|фонд)\.?\s*\S+$/iu,
  series: /^(?:op|opis|оп|опись)\.?\s*\S+$/iu,
  file: /^(?:d|delo|д|дело)\.?\s*\S+$/iu,
};

const folioPattern =
  /^(?:(?:ll?|listy?|лл?|fols?|ff?|folios?|pp?|pages?|Bl|S)\.?\s*)?\d+\s*[rvоb]?(?:\s*[-–—,]\s*\d+\s*[rv]?)*\.?$/iu;

/** A number that stands alone and could be a year is the year of what it follows. */
const yearPattern = /^(?:1[5-9]|20)\d\d$/;

const isFolios = (part: string) => folioPattern.test(part) && !yearPattern.test(part);

/** "B 136/59748": the Bundesarchiv's holding and its unit. */
const germanUnit = /^(\p{Lu}{1,5} ?\d+(?: [IVX]+)?)\/(.+)$/u;

/** "763.72111/34¾", "740.0011 Pacific War/3272", "501.BC/1–2448": class and item of a decimal filing system. */
const decimalFile = /^(\d{2,3}[A-Z]?\.[^/]{1,60})\/([^/].*)$/;

/** What follows the item of a decimal file and is not part of it. */
const transmission = /:\s*(?:telegram|airgram|despatch|circular telegram)\.?$/i;

/**
 * Reads an archival reference as historians cite it into archive, fonds, series, file and folios (ISAD(G) 3.1.1). Understands
 * Russian ("RGANI, f. 5, op. 49, d. 131, ll. 193-194"), German ("BArch, B 136/59748, 403-410") and American references
 * ("Johnson Library, NSF, Country File, Cuba", "763.72111/34¾"). Never throws; what it cannot read is null.
 */
export function parseReference(raw: string): ReferenceParts {
  const text = referenceProper(raw.slice(0, longestRead));
  const parts = text
    .split(/[,;]\s+/)
    .map((part) => part.replace(/^["“]|["”.]$/g, "").trim())
    .filter(Boolean);
  const decimal = decimalParts(text);
  if (decimal) return { ...nothing, ...decimal };
  if (parts.some((part) => russianParts.series.test(part) || russianParts.fonds.test(part)))
    return russianReference(parts);
  const [repository, ...rest] = parts;
  if (!repository || rest.length === 0) return nothing;
  const folios = foliosAtEnd(rest);
  return { ...nothing, repository, ...folios.read, ...holding(folios.rest) };
}

function russianReference(parts: readonly string[]): ReferenceParts {
  const designated = (pattern: RegExp) => parts.findIndex((part) => pattern.test(part));
  const at = {
    fonds: designated(russianParts.fonds),
    series: designated(russianParts.series),
    file: designated(russianParts.file),
  };
  const first = Math.min(...Object.values(at).filter((index) => index >= 0));
  const last = Math.max(...Object.values(at));
  const folios = foliosAtEnd(parts.slice(last + 1));
  return {
    ...nothing,
    ...folios.read,
    repository: parts.slice(0, first).join(", ") || null,
    fonds: parts[at.fonds] ?? null,
    series: parts[at.series] ?? null,
    file: parts[at.file] ?? null,
  };
}

/** Fonds, series and file of what lies between the archive and the folios; the file takes everything from the third part on. */
function holding(parts: readonly string[]): Pick<ReferenceParts, "fonds" | "series" | "file"> {
  const [first = null, second = null, ...rest] = parts;
  const german = first === null ? null : germanUnit.exec(first);
  if (german) return { fonds: german[1] ?? null, series: null, file: german[2] ?? null };
  if (second === null) return { fonds: first, series: null, file: null };
  if (rest.length === 0) return { fonds: first, ...(decimalParts(second) ?? { series: null, file: second }) };
  return { fonds: first, series: second, file: rest.join(", ") };
}

function decimalParts(text: string): Pick<ReferenceParts, "series" | "file"> | null {
  const [, series, file] = decimalFile.exec(text.replace(transmission, "")) ?? [];
  return series && file ? { series: series.trim(), file: file.trim() } : null;
}

/** Takes the folios off the end; "12, 15-17" may be several parts. */
function foliosAtEnd(parts: readonly string[]) {
  let start = parts.length;
  while (start > 0 && isFolios(parts[start - 1] ?? "")) start -= 1;
  const folios = parts.slice(start).join(", ").replace(/\.$/, "");
  return { rest: parts.slice(0, start), read: folios ? { folios, ...foliosAsNumbers(folios) } : {} };
}

/** First and last number of "193-194", "192r-193v" or "707–14"; numbers no folio can have give null. */
function foliosAsNumbers(folios: string): Pick<ReferenceParts, "folioFrom" | "folioTo"> {
  const digits = folios.match(/\d+/g) ?? [];
  const from = digits[0] ?? "";
  const end = digits.at(-1) ?? "";
  // An abbreviated end takes its first figures from the start: 707–14 ends at 714.
  const to = end.length < from.length ? from.slice(0, from.length - end.length) + end : end;
  if (!from || from.length > 6 || to.length > 6) return { folioFrom: null, folioTo: null };
  return { folioFrom: Number(from), folioTo: Number(to) };
}
