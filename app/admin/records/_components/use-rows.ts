"use client";

import { useState } from "react";
import { rearranged } from "@/lib/records/draft";

export type Keyed<Row> = { readonly key: number; readonly row: Row };

/** The rows of a list while the page is open; each keeps its key, and with it what was typed in it, when others come and go. */
export function useRows<Row>(initial: readonly Row[]) {
  const [rows, setRows] = useState<readonly Keyed<Row>[]>(() => initial.map((row, key) => ({ key, row })));
  return {
    rows,
    add: (row: Row) =>
      setRows((present) => [...present, { key: Math.max(-1, ...present.map(({ key }) => key)) + 1, row }]),
    rearrange: (verb: "remove" | "up" | "down", index: number) =>
      setRows((present) => rearranged(present, verb, index)),
  };
}
