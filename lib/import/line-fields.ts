import { z } from "zod";

/** PostgreSQL's indexes hold about 2,700 bytes of a name; no heading comes near. */
const longestName = 1_000;

/** Titles and dates longer than this are texts that slipped into the wrong field. */
export const longestTitle = 2_000;
export const longestDate = 500;

/** Whitespace as typing leaves it, and the blanks that some editions' markup leaves inside brackets: "( Lansing )". */
const tidy = (text: string) =>
  text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(?<=[([]) | (?=[)\]])/g, "")
    .trim();

export const absent = (value: unknown) => value === null || value === undefined;

export const words = z
  .string()
  // PostgreSQL stores no NUL, and a lone half of a surrogate pair is no character.
  .refine((text) => !text.includes("\0") && text.isWellFormed(), {
    error: "contains characters that are no text",
  });

export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (absent(value) ? null : value), schema.nullable());

/** Tidied words of at most so many characters. */
export function atMost(longest: number) {
  return words.transform(tidy).refine((text) => text.length <= longest, {
    error: `is longer than ${longest.toLocaleString("en")} characters`,
  });
}

export const emptyToNull = (text: string | null) => text || null;

export const line = optional(words.transform(tidy)).transform(emptyToNull);
export const lineOf = (longest: number) => optional(atMost(longest)).transform(emptyToNull);
export const paragraphs = optional(words).transform((text) =>
  emptyToNull(text === null ? null : text.trim()),
);

export const name = atMost(longestName);
export const optionalName = optional(name).transform(emptyToNull);

/** A list of names in the order given, each once; one name may stand without its list. */
export const names = z.preprocess(
  (value) => (absent(value) ? [] : typeof value === "string" ? [value] : value),
  z.array(name).transform((all) => [...new Set(all.filter(Boolean))]),
);

/** A list as it stands; absent is empty. */
export const listOf = <Schema extends z.ZodType>(item: Schema) =>
  z.preprocess((value) => (absent(value) ? [] : value), z.array(item));

/** BCP 47 (RFC 5646), in canonical case. */
export const languageTag = words.transform((text, context) => {
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? text;
  } catch {
    context.addIssue({ code: "custom", message: "is not a BCP 47 language tag" });
    return z.NEVER;
  }
});

export const languageTags = z.preprocess(
  (value) => (absent(value) || value === "" ? [] : typeof value === "string" ? [value] : value),
  z.array(languageTag).transform((all) => [...new Set(all)]),
);

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

/** Reads one line as a JSON object (RFC 8259); a reason where it is none. */
export function readObject(text: string): { readonly object: object } | { readonly reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { reason: `The line is not JSON: ${reason.slice(0, 200)}` };
  }
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return { reason: "The line is not a JSON object." };
  return { object: json };
}

/** What the rules say of an object, at most three faults; or what it gives, with the filled fields that no rule knows. */
export function readFields<Schema extends z.ZodObject>(
  object: object,
  rules: Schema,
):
  | { readonly ok: true; readonly value: z.output<Schema>; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly reason: string } {
  const read = rules.safeParse(object, { error: faultOf });
  if (!read.success) {
    const reasons = read.error.issues.slice(0, 3).map(({ path, message }) => `${path.join(".")} ${message}`);
    return { ok: false, reason: reasons.join("; ") };
  }
  const ignored = Object.entries(object)
    .filter(([field, value]) => !(field in rules.shape) && !isEmpty(value))
    .map(([field]) => field);
  return { ok: true, value: read.data, ignored };
}
