/** One field of a described thing before and after a change; values are what JSON can hold, null for empty. */
export type FieldChange = { field: string; before: FieldValue; after: FieldValue };

export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly FieldValue[]
  | { readonly [name: string]: FieldValue };

/** Whether two field values hold the same, list order included. */
export const isSameValue = (a: FieldValue, b: FieldValue): boolean => JSON.stringify(a) === JSON.stringify(b);
