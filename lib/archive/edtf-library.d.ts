declare module "edtf" {
  /** A parsed expression; `values` holds year, zero-based month and day of a plain date. */
  export type Expression = {
    readonly type: "Date" | "Year" | "Decade" | "Century" | "Season" | "Interval" | "List" | "Set";
    /** Milliseconds since 1970 in UTC; ±Infinity when open, 0 or null when unknown. */
    readonly min: number | null;
    readonly max: number | null;
    readonly values: readonly unknown[];
    readonly edtf: string;
    readonly lower?: Expression | number | null;
    readonly upper?: Expression | number | null;
    readonly uncertain?: { value: number };
    readonly approximate?: { value: number };
    readonly unspecified?: { value: number };
  };
  type Kind = new (text: string) => Expression;
  export const Century: Kind;
  export const Date: Kind;
  export const Decade: Kind;
  export const Interval: Kind;
  export const List: Kind;
  export const Season: Kind;
  export const Set: Kind;
  export const Year: Kind;
  const edtf: (text: string) => Expression;
  export default edtf;
}
