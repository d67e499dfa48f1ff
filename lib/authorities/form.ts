import { z } from "zod";
import type { AuthorityDescriptions, AuthorityKind } from "@/db/queries/authorities";
import { identifierInWords, readIdentifier } from "@/lib/archive/identifiers";
import { agentKinds, collectionLevels, nameSchemes, placeKinds } from "@/lib/archive/vocabulary";
import { errorsOf, nestedValues, type FieldErrors } from "@/lib/form-state";
import {
  optional,
  optionalDate,
  optionalSlug,
  optionalWebAddress,
  readable,
  required,
} from "@/lib/form-fields";
import { authorityTypes } from "./kinds";

/** A name variant as it is typed. */
export type NameRow = {
  name: string;
  scheme: string;
  script: string;
  languageCode: string;
  validEdtf: string;
};

/** An authority form as it was typed. Links to other entries are a typed name and, once found, an id. */
export type AuthorityDraft = {
  readonly fields: Readonly<Record<string, string>>;
  /** For each link the entry that its typed name stood for when the form was drawn. */
  readonly linked: Readonly<Record<string, { id: string; name: string }>>;
  readonly names: readonly NameRow[];
};

const typed = z.string().transform(readable).catch("");
const draftSchema = z.object({
  fields: z.record(z.string(), typed).catch({}),
  linked: z.record(z.string(), z.object({ id: typed, name: typed })).catch({}),
  names: z
    .array(z.object({ name: typed, scheme: typed, script: typed, languageCode: typed, validEdtf: typed }))
    .catch([]),
});

/** Reads a posted authority form; nothing is judged yet. */
export const readAuthorityDraft = (posted: FormData): AuthorityDraft =>
  draftSchema.parse(nestedValues(posted));

const blankName: NameRow = { name: "", scheme: "variant", script: "", languageCode: "", validEdtf: "" };

/** The form of an entry as it stands, or of a new one. */
export function authorityDraftOf<Kind extends AuthorityKind>(
  kind: Kind,
  description: AuthorityDescriptions[Kind] | null,
): AuthorityDraft {
  const fields: Record<string, string> = {};
  const linked: Record<string, { id: string; name: string }> = {};
  const values = new Map<string, unknown>(Object.entries(description ?? {}));
  for (const field of authorityTypes[kind].fields) {
    const value = values.get(field.name);
    const link = linkSchema.safeParse(value);
    if (link.success) linked[field.name] = { id: String(link.data.id), name: link.data.name };
    fields[field.name] = link.success ? link.data.name : wordsOf(value, field.options?.[0]);
  }
  if (!description && kind === "collection") fields.isPublished = "on";
  const names = description && "names" in description ? description.names : [];
  return { fields, linked, names: names.map((name) => ({ ...blankName, ...filled(name) })) };
}

const linkSchema = z.object({ id: z.number(), name: z.string() });

function wordsOf(value: unknown, usual = ""): string {
  if (value === null || value === undefined) return usual;
  if (typeof value === "boolean") return value ? "on" : "";
  if (Array.isArray(value)) return value.join("\n");
  return typeof value === "string" || typeof value === "number" ? String(value) : usual;
}

const filled = (row: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? ""]));

const link = z.object({ id: z.coerce.number().int(), name: z.string() }).nullable();
const check = z
  .string()
  .optional()
  .transform((value) => value === "on");
const degrees = (most: number) =>
  optional
    .transform((text) => (text === null ? null : Number(text.replace(",", ".").replace("−", "-"))))
    .refine((value) => value === null || (Number.isFinite(value) && Math.abs(value) <= most), {
      error: `Write degrees between −${most} and ${most}, for example 23.13.`,
    });
const script = optional.refine((text) => text === null || /^[A-Z][a-z]{3}$/.test(text), {
  error: "Use the four letters of ISO 15924: Cyrl, Hans, Arab. Leave it empty for Latin.",
});
const lines = z.string().transform((text) => [
  ...new Set(
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]);
const identifiers = lines
  .refine((typed) => typed.every(readIdentifier), {
    error: "Write one id a line, the file it belongs to before a colon: gnd: 118562347.",
  })
  .transform((typed) => {
    const read = typed.map(readIdentifier).filter((id) => id !== null);
    return [...new Set(read.map(identifierInWords))];
  });
const wikidataId = optional.refine((text) => text === null || /^Q[1-9]\d*$/.test(text), {
  error: "Write Q and digits, for example Q11256.",
});
const name = required("Give the entry a name.");
const variant = { name: required("Write the name, or remove it."), script, languageCode: optional };

const schemas = {
  agent: z.object({
    slug: optionalSlug,
    kind: z.enum(agentKinds),
    name,
    existenceEdtf: optionalDate,
    description: optional,
    biographicalHistory: optional,
    wikidataId,
    viafId: optional.refine((text) => text === null || /^\d+$/.test(text), { error: "Write digits only." }),
    identifiers,
    names: z.array(z.object({ ...variant, scheme: z.enum(nameSchemes) })),
  }),
  place: z
    .object({
      slug: optionalSlug,
      kind: z.enum(placeKinds),
      name,
      parent: link,
      latitude: degrees(90),
      longitude: degrees(180),
      scopeNote: optional,
      wikidataId,
      names: z.array(z.object({ ...variant, validEdtf: optionalDate })),
    })
    .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
      error: "Give both latitude and longitude, or neither.",
      path: ["longitude"],
    }),
  subject: z.object({ slug: optionalSlug, name, parent: link, scopeNote: optional }),
  collection: z.object({
    slug: optionalSlug,
    level: z.enum(collectionLevels),
    name,
    parent: link,
    abstract: optional,
    essay: optional,
    position: optional
      .transform((text) => Number(text ?? 0))
      .refine(Number.isInteger, { error: "Write a whole number." }),
    isPublished: check,
    isFeatured: check,
  }),
  repository: z.object({
    slug: optionalSlug,
    name,
    abbreviation: optional,
    otherNames: lines,
    place: link,
    uri: optionalWebAddress,
    description: optional,
  }),
} satisfies { [Kind in AuthorityKind]: z.ZodType<AuthorityDescriptions[Kind]> };

const schemaOf = <Kind extends AuthorityKind>(kind: Kind): z.ZodType<AuthorityDescriptions[Kind]> =>
  (schemas as { [K in AuthorityKind]: z.ZodType<AuthorityDescriptions[K]> })[kind];

/** The description that a draft amounts to once its links are found, or what is wrong with it, by the name of the field. */
export function authorityDescriptionOf<Kind extends AuthorityKind>(
  kind: Kind,
  draft: AuthorityDraft,
): { ok: true; description: AuthorityDescriptions[Kind] } | { ok: false; errors: FieldErrors } {
  const links = authorityTypes[kind].fields
    .filter((field) => field.kind === "parent")
    .map((field) => [field.name, draft.linked[field.name] ?? null]);
  const names = draft.names.filter((row) => row.name.trim());
  const result = schemaOf(kind).safeParse({ ...draft.fields, ...Object.fromEntries(links), names });
  if (result.success) return { ok: true, description: result.data };
  const errors = Object.entries(errorsOf(result.error)).map(([field, messages]) => [
    field.startsWith("names.") ? field : `fields.${field}`,
    messages,
  ]);
  return { ok: false, errors: Object.fromEntries(errors) };
}
