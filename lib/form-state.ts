import type { z } from "zod";

/** Messages by the name of the field they concern ("title", "texts.0.html"), as the form posts it. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** What a small form shows after it was posted: what was wrong, and what had been typed. */
export type FormState = {
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string>>;
  /** A message that concerns no single field; null when there is none. */
  readonly message: string | null;
};

export const blankFormState: FormState = { errors: {}, values: {}, message: null };

/** The messages of a failed parse, by field. */
export function errorsOf(error: z.ZodError): FieldErrors {
  const errors: Record<string, string[]> = {};
  for (const { path, message } of error.issues) (errors[path.join(".")] ??= []).push(message);
  return errors;
}

/** The text fields of a posted form; of several with one name the last counts, and Next's own are left out. */
function valuesOf(posted: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of posted) {
    if (typeof value === "string" && !name.startsWith("$")) values[name] = value;
  }
  return values;
}

type Parsed<Data> = { ok: true; data: Data } | { ok: false; state: FormState };

/** Parses a posted form once. On failure keeps what was typed, except passwords, which must not travel back. */
export function parseForm<Data>(schema: z.ZodType<Data>, posted: FormData): Parsed<Data> {
  const values = valuesOf(posted);
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, data: result.data };
  return {
    ok: false,
    state: { errors: errorsOf(result.error), values: withoutPasswords(values), message: null },
  };
}

/** What was typed, fit to be sent back to the browser. */
const withoutPasswords = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));

type Nested = { [name: string]: Nested | string };

/**
 * Turns names with dots into nested values: "agents.0.role" becomes the role of the first agent. Numbered groups become arrays in
 * the order of their numbers, with gaps closed. Names of any other form are left out.
 */
export function nestedValues(posted: FormData): Record<string, unknown> {
  const root: Nested = Object.create(null);
  for (const [name, value] of posted) {
    if (typeof value !== "string" || !/^[a-zA-Z]+(?:\.(?:[a-zA-Z]+|\d{1,4}))*$/.test(name)) continue;
    const path = name.split(".");
    const last = path.pop() ?? name;
    let group = root;
    for (const step of path) {
      const inner = group[step];
      const next: Nested = typeof inner === "object" ? inner : Object.create(null);
      group[step] = next;
      group = next;
    }
    group[last] = value;
  }
  return Object.fromEntries(Object.entries(root).map(([name, value]) => [name, withArrays(value)]));
}

function withArrays(value: Nested | string): unknown {
  if (typeof value === "string") return value;
  // Whole numbers come first and in order among the keys of an object.
  const entries = Object.entries(value).map(([name, inner]) => [name, withArrays(inner)] as const);
  const isList = entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name));
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
