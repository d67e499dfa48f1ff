import { designatedLevel, folioNumbers, isFolios, withCommas } from "./archival-designations";

/** The parts of an archival reference, each as the reference words it; null for what could not be read. */
export type ReferenceParts = {
  readonly repository: string | null;
  readonly fonds: string | null;
  readonly series: string | null;
  readonly file: string | null;
  /** The folios or pages, or the number of the item within its file where items are numbered. */
  readonly folios: string | null;
  /** First and last folio or page as numbers; null for the number of an item. */
  readonly folioFrom: number | null;
  readonly folioTo: number | null;
};

type Levels = Pick<ReferenceParts, "fonds" | "series" | "file"> & Partial<ReferenceParts>;

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

/** An edition's own word before the reference, and a summary that it puts before that. */
const lead = /^(?:Summary:.*?)?Source:\s*/s;

/** Ends of the reference proper: a sentence after a word, a year or a bracket ("… Box 3. Drafted by"), never after "f." or "U.S.". */
const sentenceEnd =
  /(?<=\p{Ll}{3}|\)|[”"])\.(?:\s+(?!\d)|$)|(?<=\d)\.(?:\s+(?=\p{Lu}\p{Ll}{2})|$)|\.\s+(?=(?:Top Secret|Secret|Confidential|Unclassified|Limited Official Use|Official Use Only|No classification)\b)|[.,;]?\s+\(?(?=[Ii]bid\b)/u;

/** The reference alone, without the edition's word before it and the sentences that may follow ("… Box 3. Secret. Drafted by Read."). */
export const referenceProper = (raw: string): string =>
  raw.replace(lead, "").split(sentenceEnd)[0]?.trim() ?? "";

/** "B 136/59748", "DY 30/3682": the Bundesarchiv's holding and its unit; "FO 371/162347": a department, its series and its piece. */
const slashedUnit = /^((\p{Lu}{1,5}) ?\d+(?: [IVX]+)?)\/([^\s,][^,]*)$/u;

/** The letters of departments whose records The National Archives at Kew keep. */
const kewDepartments = new Set(
  "ADM AIR BT CAB CO COAL DEFE DO ED FCO FD FO HO HS HW INF KV LAB MEPO PCOM POWE PREM PRO T WO".split(" "),
);

/**
 * "763.72111/34¾", "740.0011 Pacific War/3272", "501.BC/1–2448", "303/10–1160": the file and the item of a decimal filing system. A
 * file without a point is known by the date of its item.
 */
const decimalFile =
  /^(\d{2,3}[A-Za-z]?\.[^/]{1,60}|\d{3}[A-Z]?(?=\/\d{1,2} ?[-–] ?\d{3,4}(?!\d)))\/([^/].*)$/;

/** "Central Files 611.37/11-1262", "CF 303/10–1160": the decimal number is not part of the fonds. */
const undividedCentralFiles = /^(central files?|CF)\s+(\d{3}[A-Z]?[./]\d.*)$/i;

/** "XIX-J-1-j": a fonds of the Hungarian National Archives, at times run together with what is in it. */
const hungarianFonds =
  /^(.*?)[,\s]*(?<![\p{L}\d-])([IVXL]{1,6}-[A-Z]{1,2}-\d+(?:-[a-z]{1,3}(?!\p{L}))*)(?:[-,\s]+(.*))?$/u;

/** "111-00342-03": the fonds, file and item of the archives of the Chinese foreign ministry. */
const chineseNumber = /^(?:(?:No|Nr)\.?\s*)?(\d{3})-(\d{5})-(\d{2}(?:\(\d+\))?)$/i;

/** What follows the item of a decimal file and is not part of it. */
const transmission = /:\s*(?:telegram|airgram|despatch|circular telegram)\.?$/i;

/** A fonds that needs no archive before it to be known as one. */
const unmistakableFonds =
  /^(?:RG|Record Group)\s*\d+[A-Z]?$|^\p{Lu}.*\b(?:[Pp]apers|[Ff]iles?|[Rr]ecords|[Cc]ollection)(?::\s.*)?$/u;

/**
 * Reads an archival reference as historians cite it into archive, fonds, series, file and folios (ISAD(G) 3.1.1). Understands
 * references that designate their levels, as in Russia and most of Eastern Europe ("RGANI, f. 5, op. 49, d. 131, ll. 193-194"),
 * German, British, Hungarian, Chinese and American ones ("BArch, B 136/59748, 403-410", "FO 371/162347", "NARA, RG 59, Central
 * Files 1960–63, 611.37/11-1262"). Never throws; what it cannot read is null.
 */
export function parseReference(raw: string): ReferenceParts {
  const proper = referenceProper(withCommas(raw.replace(lead, "").slice(0, longestRead)))
    .replace(transmission, "")
    .trim();
  if (proper.startsWith("Summary:")) return nothing;
  const decimal = decimalItem(proper);
  if (decimal) return { ...nothing, ...decimal };
  const parts = proper
    .split(/[,;]\s+/)
    .map((part) => part.replace(/^["“]|["”.]$/g, "").trim())
    .flatMap((part) => undividedCentralFiles.exec(part)?.slice(1) ?? [part])
    .filter(Boolean);
  const read = designatedReference(parts) ?? hungarianReference(parts) ?? numberedReference(parts);
  return inOneSpelling({ ...nothing, ...read });
}

const anyDash = /(\s*)[-‐‑‒–—―−](\s*)/g;

/** Dashes of one kind; blanks stay around one only where it parts words: "611.49/4 – 461" is "611.49/4-461". */
const withOneDash = (name: string): string =>
  name.replaceAll(anyDash, (dash: string, before: string, after: string, at: number) => {
    const isBetweenNumbers = /\d$/.test(name.slice(0, at)) && /^\d/.test(name.slice(at + dash.length));
    return before && after && !isBetweenNumbers ? " - " : "-";
  });

/** Levels as others spell them too, so that one file does not stand in its archive's tree several times. */
function inOneSpelling(parts: ReferenceParts): ReferenceParts {
  const spelt = (name: string | null) => (name === null ? null : withOneDash(name));
  const file = spelt(parts.file);
  const fonds = spelt(parts.fonds);
  return {
    ...parts,
    fonds: fonds === null ? null : fondsName(fonds, file),
    series: spelt(parts.series),
    file,
  };
}

function fondsName(fonds: string, file: string | null): string {
  if (fonds === "CF" && /^\d/.test(file ?? "")) return "Central Files";
  // A designation ("f. 5") is written small where it is used.
  if (designatedLevel(fonds) !== null) return fonds;
  const name = fonds.replace(/^(central|conference) files/i, "$1 Files");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Archive and levels of a reference whose parts name their own level; null for one that names none. */
function designatedReference(parts: readonly string[]): Levels | null {
  const { rest, folios } = foliosAtEnd(parts);
  const levels = rest.map(designatedLevel);
  const first = levels.findIndex((level) => level !== null);
  if (first < 0) return null;
  const named: Record<"fonds" | "series" | "file", string[]> = { fonds: [], series: [], file: [] };
  for (const [index, part] of rest.slice(first).entries()) {
    // What names no level belongs to the lowest one before it: "sv. 12, ar. j. 13, bod 5".
    named[levels[first + index] ?? lowest(named)].push(part);
  }
  const leading = rest.slice(0, first);
  if (named.fonds.length === 0) named.fonds = leading.splice(1);
  if (named.fonds.length === 0 && named.series.length === 0) return null;
  const join = (words: readonly string[]) => words.join(", ") || null;
  return {
    repository: join(leading),
    fonds: join(named.fonds),
    series: join(named.series),
    file: join(named.file),
    ...folios,
  };
}

const lowest = (named: Readonly<Record<"fonds" | "series" | "file", readonly string[]>>) =>
  named.file.length > 0 ? "file" : named.series.length > 0 ? "series" : "fonds";

function hungarianReference(parts: readonly string[]): Levels | null {
  const { rest, folios } = foliosAtEnd(parts);
  const [, repository, fonds, file] = hungarianFonds.exec(rest.join(", ")) ?? [];
  if (fonds === undefined) return null;
  return { repository: repository || null, fonds, series: null, file: file || null, ...folios };
}

/** A reference that names its levels by number or title alone: the archive, and below it at most three levels. */
function numberedReference(parts: readonly string[]): Levels | null {
  const [first = "", ...others] = parts;
  const isFonds = unmistakableFonds.test(first) || unitOf(first) !== null;
  if (!isFonds && others.length === 0) return null;
  const { rest, folios } = foliosAtEnd(isFonds ? parts : others);
  return { repository: isFonds ? null : first, ...holding(rest), ...folios };
}

/** Fonds, series and file of what lies between the archive and the folios; the file takes everything from the third part on. */
function holding(parts: readonly string[]): Levels {
  const [first = null, second = null, ...rest] = parts;
  const unit = first === null ? null : unitOf(first);
  if (unit) {
    const further = [unit.file, ...parts.slice(1)].filter(Boolean).join(", ");
    return { ...unit, file: further || null };
  }
  const item = decimalItem(parts.at(-1) ?? "");
  if (item)
    return { ...item, fonds: parts.length > 1 ? first : null, series: parts.slice(1, -1).join(", ") || null };
  if (rest.length === 0) return { fonds: first, series: null, file: second };
  return { fonds: first, series: second, file: rest.join(", ") };
}

/** A part that holds several levels in itself. */
function unitOf(part: string): Levels | null {
  const [, holdingOf, letters = "", piece] = slashedUnit.exec(part) ?? [];
  if (holdingOf !== undefined && piece !== undefined) {
    const isKew = kewDepartments.has(letters);
    return { fonds: isKew ? letters : holdingOf, series: isKew ? holdingOf : null, file: piece };
  }
  const [, fonds, file, folios] = chineseNumber.exec(part) ?? [];
  return fonds !== undefined && file !== undefined && folios !== undefined
    ? { fonds, series: null, file, folios }
    : null;
}

/** File and item of "763.72111/34¾"; items are counted or dated, so that they are no run of folios. */
function decimalItem(text: string): Levels | null {
  const [, file, item] = decimalFile.exec(text) ?? [];
  return file && item ? { fonds: null, series: null, file: file.trim(), folios: item.trim() } : null;
}

/** Takes the folios off the end; "12, 15-17" may be several parts. */
function foliosAtEnd(parts: readonly string[]): { rest: string[]; folios: Partial<ReferenceParts> } {
  // "f. 16" is folio 16 in one country and fonds 16 in another: after an archive alone it can only be the fonds.
  const least = designatedLevel(parts[1] ?? "") === "fonds" ? 2 : 1;
  let start = parts.length;
  while (start > least && isFolios(parts[start - 1] ?? "")) start -= 1;
  const folios = parts.slice(start).join(", ").replace(/\.$/, "");
  return {
    rest: parts.slice(0, start),
    folios: folios ? { folios, ...folioNumbers(folios) } : {},
  };
}
