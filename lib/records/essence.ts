import type { FieldValue } from "@/lib/archive/field-change";

type Fields = { readonly [name: string]: FieldValue };

/**
 * A description, or any value in one, without the names that were only read along, fit for comparing: the same entry may come
 * from a form or from the database.
 */
export function essenceOf<Value extends FieldValue>(value: Value): Value extends Fields ? Fields : FieldValue;
export function essenceOf(value: FieldValue): FieldValue {
  if (Array.isArray(value)) return value.map((inner: FieldValue) => essenceOf(inner));
  if (!isFields(value)) return value;
  const isEntry = "id" in value && "name" in value;
  const entries = Object.entries(value)
    .filter(([name]) => !(isEntry && name === "name"))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, essenceOf(inner)]));
}

const isFields = (value: FieldValue): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
