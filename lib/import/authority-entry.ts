import { spanOf } from "@/lib/archive/edtf";
import { scriptOf } from "@/lib/archive/language-tag";
import type { NameScheme } from "@/lib/archive/vocabulary";
import { placeFacts } from "@/lib/maps/place-facts";
import type { AgentEntry, ImportedName } from "@/db/commands/import-agents";
import type { PlaceEntry } from "@/db/commands/import-places";
import { hashOfAuthority, type AuthorityLine } from "./authority-line";

/** Where the ids of a volume's list of people come from; `people_ids` of its documents are the same. */
const volumeScheme = "frus-persons";

/** Longest description that still is one line. */
const longestDescription = 200;

/** The identifier of a line, "scheme:value": "hsg-people/100200" and "qhod:mpr16163" name their file themselves. */
export function identifierOfLine({ id, volume }: AuthorityLine): string {
  if (volume !== null) return `${volumeScheme}:${id}`;
  const end = id.search(/[/:]/);
  return end > 0 ? `${id.slice(0, end)}:${id.slice(end + 1)}` : `import:${id}`;
}

const preferredOf = (read: AuthorityLine): string => read.preferred ?? read.name ?? "";

/** Every form of the name, the preferred one first, each once. */
export const formsOf = (read: AuthorityLine): string[] => [
  ...new Set([
    preferredOf(read),
    ...read.names.map(({ name }) => name),
    ...read.variants.map(({ name }) => name),
  ]),
];

/** The person or organisation of a line. */
export function agentEntry(read: AuthorityLine, origin: string): AgentEntry {
  const prose = proseOf(read);
  const ids = new Map(read.same_as.flatMap((address) => identifierIn(address) ?? []));
  return {
    identifier: identifierOfLine(read),
    hash: hashOfAuthority(read),
    origin: originOf(read, origin),
    kind: read.kind === "organisation" ? "organisation" : "person",
    name: preferredOf(read),
    names: namesOf(read),
    existenceEdtf: lifeOf(read),
    ...prose,
    viafId: ids.get("viaf") ?? null,
    references: read.frus_refs.map((ref) => `${volumeScheme}:${ref}`),
    identifiers: [...ids]
      .filter(([scheme]) => scheme !== "viaf")
      .map(([scheme, value]) => `${scheme}:${value}`),
    fillsGapsOnly: read.volume !== null,
  };
}

/** The place of a line; coordinates that are none are left out. */
export function placeEntry(read: AuthorityLine, origin: string): PlaceEntry {
  const [latitude = NaN, longitude = NaN] = (read.geo ?? "").split(/[\s,]+/).map(Number);
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  const at = isOnEarth ? { latitude, longitude } : null;
  const facts = placeFacts(preferredOf(read), at);
  const same = read.same_as.filter((address) => /geonames\.org|d-nb\.info/.test(address));
  const scope = [read.description, ...new Set(same), creditOf(read)].filter(Boolean).join("\n\n");
  return {
    sourceId: identifierOfLine(read),
    origin: originOf(read, origin),
    name: preferredOf(read),
    names: namesOf(read),
    latitude: at?.latitude ?? null,
    longitude: at?.longitude ?? null,
    scopeNote: scope || null,
    country: facts.country,
    knownNames: facts.names,
  };
}

const originOf = (read: AuthorityLine, origin: string) =>
  read.rights ? `${origin}; ${read.rights}` : origin;

/** Languages that the files call by a code of something else: "srb" is no Serbian in ISO 639-3. */
const slips = new Map([["srb", "sr"]]);

function languageIn(code: string | null): string | null {
  if (!code) return null;
  try {
    return Intl.getCanonicalLocales(slips.get(code) ?? code)[0] ?? null;
  } catch {
    return null;
  }
}

function namesOf(read: AuthorityLine): ImportedName[] {
  const preferred = preferredOf(read);
  const all = new Map<string, ImportedName>();
  const add = (name: string, scheme: NameScheme, language: string | null) => {
    const known = all.get(name);
    if (!name || name === preferred || (known && (known.languageCode !== null || language === null))) return;
    const script = scriptOf(name);
    all.set(name, { name, scheme, languageCode: language, script: script === "Latn" ? null : script });
  };
  for (const { name, lang, type } of read.names)
    add(name, /original_text/i.test(type ?? "") ? "original" : "variant", languageIn(lang));
  for (const { name } of read.variants) add(name, "variant", null);
  return [...all.values()];
}

/** How the Department of State's register begins on somebody's offices; it says how he came by them and not which they were. */
const registerWords =
  /^(?:(?:Foreign Service officer and\s+)?(?:Non-career appointee|Career [\p{L}\s-]*officer)[.;,]?\s*|Foreign Service officer\.\s+(?=\S))/iu;

/** A description of one line, and the whole where that is more. */
function proseOf(read: AuthorityLine) {
  const given = [read.description, ...read.remarks].map((words) => words?.trim() ?? "");
  // A list that sends its reader on to another name says nothing of the person.
  const remarks = [...new Set(given)].filter((words) => words && !/^see\b/i.test(words));
  const told = [...new Set(remarks.map((words) => words.replace(registerWords, "")))].filter(Boolean);
  const credit = told.length > 0 ? creditOf(read) : null;
  const line = describingLine(read.description === null ? remarks : told.slice(0, 1));
  if (line === null) return { description: null, biographicalHistory: null };
  const description = shortened(line);
  const isWhole = description === line && told.length === 1 && credit === null;
  return {
    description,
    biographicalHistory: isWhole ? null : [...told, credit].filter(Boolean).join("\n\n"),
  };
}

/**
 * Which remark describes the person: the register's, which begins with the highest office; else the one that tells of the latest
 * year; else the first.
 */
function describingLine(remarks: readonly string[]): string | null {
  const ranked = remarks.flatMap((words) => {
    const rest = words.replace(registerWords, "");
    return rest ? [{ rest, rank: rest === words ? latestYear(words) : Infinity }] : [];
  });
  return ranked.toSorted((a, b) => b.rank - a.rank)[0]?.rest ?? null;
}

/** 0 where no year is told; an end in short ("1945–53") is the year it stands for. */
function latestYear(words: string): number {
  const years = [...words.matchAll(/\b(1[4-9]|20)(\d\d)(?:[–-](\d\d)(?!\d))?/g)].map(
    ([, century = "", year = "", end = year]) => Number(century + end),
  );
  return Math.max(0, ...years);
}

function shortened(words: string): string {
  if (words.length <= longestDescription) return words;
  const [clause = ""] = words.split(/;\s/);
  if (clause.length <= longestDescription) return clause;
  return `${clause.slice(0, clause.lastIndexOf(" ", longestDescription - 1))} …`;
}

/** Licences that ask for it are named with what they let us show. */
const creditOf = (read: AuthorityLine): string | null =>
  read.rights?.startsWith("CC BY") ? `From ${identifierOfLine(read)}, ${read.rights}.` : null;

const resolvers: readonly (readonly [scheme: string, pattern: RegExp])[] = [
  ["gnd", /d-nb\.info\/gnd\/([\dX-]+)/],
  ["viaf", /viaf\.org\/viaf\/(\d+)/],
  ["mpr", /mpr\.acdh\.oeaw\.ac\.at\/.*entity\/(?:person\/|institution\/|place\/)?(\d+)/],
];

function identifierIn(address: string): [scheme: string, value: string][] | null {
  for (const [scheme, pattern] of resolvers) {
    const value = pattern.exec(address)?.[1];
    if (value) return [[scheme, value]];
  }
  return null;
}

/** Life dates as an EDTF interval (ISO 8601-2); a date that fills a year is that year, one that is not known stays open. */
function lifeOf({ birth, death }: AuthorityLine): string | null {
  const [from, to] = [dayOrYear(birth), dayOrYear(death)];
  if (from === null && to === null) return null;
  const life = `${from ?? ""}/${to ?? ""}`;
  return spanOf(life) === null ? null : life;
}

function dayOrYear(date: string | null): string | null {
  const [, first, last] = /^(\d{4})-01-01\/(\d{4})-12-31$/.exec(date ?? "") ?? [];
  if (first !== undefined) return first === last ? first : null;
  return date !== null && !date.includes("/") && spanOf(date) !== null ? date : null;
}
