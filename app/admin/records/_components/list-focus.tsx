"use client";

import { useEffect } from "react";

/** Leads back to the list whose button was pressed, once the form has come back from the server. */
export function ListFocus({ list }: { list: string }) {
  useEffect(() => {
    document.getElementById(`list-${list}`)?.focus();
  }, [list]);
  return null;
}
