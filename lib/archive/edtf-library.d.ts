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
  const edtf: (text: string) => Expression;
  export default edtf;
}
