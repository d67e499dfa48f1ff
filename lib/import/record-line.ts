import { createHash } from "node:crypto";
import { z } from "zod";

/** What one line of an import file says about a record, checked and tidied; absent things are null or empty. */
export type RecordLine = z.output<typeof recordLine>;

/** A line that was read, with the names of the fields that the archive has no place for; or why it is refused. */
export type ReadLine =
  | { readonly ok: true; readonly record: RecordLine; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** PostgreSQL's indexes hold about 2,700 bytes of a name; no heading comes near. */
const longestName = 1_000;

/** Titles and dates longer than this are texts that slipped into the wrong field. */
const longestTitle = 2_000;
const longestDate = 500;

/** Part of the hash of a line: raise it when lines are mapped otherwise, so that the next import brings records up to date. */
const mappingVersion = 1;

/** Whitespace as typing leaves it, and the blanks that some editions' markup leaves inside brackets: "( Lansing )". */
const tidy = (text: string) =>
  text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(?<=[([]) | (?=[)\]])/g, "")
    .trim();

const absent = (value: unknown) => value === null || value === undefined;

const words = z
  .string()
  // PostgreSQL stores no NUL, and a lone half of a surrogate pair is no character.
  .refine((text) => !text.includes("\0") && text.isWellFormed(), {
    error: "contains characters that are no text",
  });

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (absent(value) ? null : value), schema.nullable());

/** Tidied words of at most so many characters. */
function atMost(longest: number) {
  return words.transform(tidy).refine((text) => text.length <= longest, {
    error: `is longer than ${longest.toLocaleString("en")} characters`,
  });
}

const emptyToNull = (text: string | null) => text || null;

const line = optional(words.transform(tidy)).transform(emptyToNull);
const lineOf = (longest: number) => optional(atMost(longest)).transform(emptyToNull);
const paragraphs = optional(words).transform((text) => emptyToNull(text === null ? null : text.trim()));

const name = atMost(longestName);
const optionalName = optional(name).transform(emptyToNull);

/** A list of names in the order given, each once; one name may stand without its list. */
const names = z.preprocess(
  (value) => (absent(value) ? [] : typeof value === "string" ? [value] : value),
  z.array(name).transform((all) => [...new Set(all.filter(Boolean))]),
);

/** BCP 47 (RFC 5646), in canonical case. */
const languageTag = words.transform((text, context) => {
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? text;
  } catch {
    context.addIssue({ code: "custom", message: "is not a BCP 47 language tag" });
    return z.NEVER;
  }
});

const languageTags = z.preprocess(
  (value) => (absent(value) || value === "" ? [] : typeof value === "string" ? [value] : value),
  z.array(languageTag).transform((all) => [...new Set(all)]),
);

const recordLine = z
  .object({
    id: z.preprocess(
      (value) => (typeof value === "number" ? String(value) : value),
      words.trim().min(1, { error: "is empty" }).max(500),
    ),
    title: lineOf(longestTitle),
    titles: z.preprocess((value) => (absent(value) ? {} : value), z.record(languageTag, name)),
    date_text: lineOf(longestDate),
    date_edtf: lineOf(longestDate),
    summary: paragraphs,
    body: paragraphs,
    texts: z.preprocess(
      (value) => (absent(value) ? [] : value),
      z.array(z.object({ kind: words, language: languageTag, text: words.trim() })),
    ),
    creators: names,
    recipients: names,
    people: z.preprocess((value) => (absent(value) ? [] : value), z.array(name)),
    people_ids: z.preprocess((value) => (absent(value) ? [] : value), z.array(words.max(200))),
    organizations: names,
    places: names,
    subjects: names,
    language: languageTags,
    doc_type: optionalName,
    classification: optionalName,
    source_archive: optionalName,
    source_citation: line,
    collection: optionalName,
    series: optionalName,
    volume: optionalName,
    page_count: optional(z.int().positive().max(1_000_000)),
    rights: optionalName,
    url: optional(z.union([z.literal(""), z.url({ protocol: /^https?$/ })])).transform(emptyToNull),
    notes: z.preprocess((value) => (absent(value) ? [] : value), z.array(words.trim())),
    related: names,
  })
  .refine((read) => read.people_ids.length === 0 || read.people_ids.length === read.people.length, {
    error: "does not have one id for each of people",
    path: ["people_ids"],
  });

const fields = new Set(Object.keys(recordLine.shape));

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

function kindOf(value: unknown): string {
  const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return kinds[kind] ?? kind;
}

/** What is wrong with a value, in words that follow the name of its field; undefined where the rule has words of its own. */
function faultOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "is missing"
        : `is ${kindOf(issue.input)}, not ${kinds[issue.expected] ?? issue.expected}`;
    case "too_big":
      return issue.origin === "string"
        ? `is longer than ${issue.maximum.toLocaleString("en")} characters`
        : `is more than ${issue.maximum.toLocaleString("en")}`;
    case "too_small":
      return "is too small";
    case "invalid_key":
      return "does not stand under a BCP 47 language tag";
    case "invalid_union":
    case "invalid_format":
      return "is not a web address (http or https)";
    case "custom":
    case "invalid_element":
    case "invalid_value":
    case "not_multiple_of":
    case "unrecognized_keys":
      return undefined;
  }
}

const isEmpty = (value: unknown) =>
  absent(value) || value === "" || (Array.isArray(value) && value.length === 0);

/**
 * Reads one line of a JSON Lines file (RFC 8259 a line). Fields we have no place for are passed over and named, unless they are
 * empty; a value of the wrong kind refuses the line, with the field and the reason.
 */
export function readRecordLine(text: string): ReadLine {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: `The line is not JSON: ${reason.slice(0, 200)}` };
  }
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return { ok: false, reason: "The line is not a JSON object." };
  const read = recordLine.safeParse(json, { error: faultOf });
  if (!read.success) {
    const reasons = read.error.issues.slice(0, 3).map(({ path, message }) => `${path.join(".")} ${message}`);
    return { ok: false, reason: reasons.join("; ") };
  }
  const ignored = Object.entries(json)
    .filter(([field, value]) => !fields.has(field) && !isEmpty(value))
    .map(([field]) => field);
  return { ok: true, record: read.data, ignored };
}

/** SHA-256 of everything that the import makes of a line; equal hashes mean that there is nothing to do. */
export function hashOf(record: RecordLine, collection: string | null): string {
  return createHash("sha256")
    .update(JSON.stringify([mappingVersion, collection, record]))
    .digest("hex");
}
