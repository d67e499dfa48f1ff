import { createHash } from "node:crypto";
import { z } from "zod";
import {
  absent,
  line,
  listOf,
  name,
  optional,
  optionalName,
  readFields,
  readObject,
  words,
} from "./line-fields";

/** What one line of an authority file says about a person, an organisation or a place. */
export type AuthorityLine = z.output<typeof authorityLine>;

export type ReadAuthorityLine =
  | { readonly ok: true; readonly line: AuthorityLine; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** Part of the hash of a line: raise it when lines are mapped otherwise. */
const mappingVersion = 2;

const kinds = {
  person: "person",
  place: "place",
  org: "organisation",
  organisation: "organisation",
} as const;

/** A variant with how often the sources have it, or alone. */
const variant = z.preprocess(
  (value) => (typeof value === "string" ? { name: value } : value),
  z.object({ name, count: optional(z.number()) }),
);

const authorityLine = z.object({
  id: words.trim().min(1, { error: "is empty" }).max(500),
  kind: z.preprocess(
    (value) => (absent(value) ? "person" : value),
    z.enum(["person", "place", "org", "organisation"]).transform((kind) => kinds[kind]),
  ),
  preferred: optionalName,
  /** Lists of people of a volume call the preferred form so. */
  name: optionalName,
  names: listOf(z.object({ name, lang: optionalName, type: optionalName })),
  variants: listOf(variant),
  birth: optionalName,
  death: optionalName,
  description: line,
  remarks: listOf(words.trim()),
  /** Ids that lists of people of single volumes give the same person. */
  frus_refs: listOf(words.trim().min(1).max(500)),
  same_as: listOf(words.trim()),
  /** Latitude and longitude in degrees, a blank between them. */
  geo: optionalName,
  /** The volume whose list of people this is from. */
  volume: optionalName,
  rights: optionalName,
});

/** Reads one line of an authority file; what is wrong with it otherwise. */
export function readAuthorityLine(text: string): ReadAuthorityLine {
  const read = readObject(text);
  if ("reason" in read) return { ok: false, reason: read.reason };
  const fields = readFields(read.object, authorityLine);
  if (!fields.ok) return fields;
  if (!(fields.value.preferred ?? fields.value.name)) return { ok: false, reason: "preferred is missing" };
  return { ok: true, line: fields.value, ignored: fields.ignored };
}

/** Whether a line is one of an authority file: it prefers a form of a name, or names somebody and describes no record. */
export function isAuthorityLine(text: string): boolean {
  const read = readObject(text);
  if ("reason" in read) return false;
  return "preferred" in read.object || ("name" in read.object && !("title" in read.object));
}

/** SHA-256 of everything that the import makes of a line. */
export const hashOfAuthority = (read: AuthorityLine): string =>
  createHash("sha256")
    .update(JSON.stringify([mappingVersion, read]))
    .digest("hex");
