const grouped = new Intl.NumberFormat("en");

/** A number as English groups it: "31,408". */
export const numberInWords = (count: number): string => grouped.format(count);

/** A count with its noun: "1 record", "31,408 records", "no records". */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  if (count === 0) return `no ${plural}`;
  return `${grouped.format(count)} ${count === 1 ? singular : plural}`;
}
