"use client";

import { useEffect, useState } from "react";
import type { Match } from "@/lib/curation/view";
import type { LinkListName } from "@/lib/records/fields";

const pauseMs = 150;

type Found = { readonly typed: string; readonly candidates: readonly Match[] };

/** Entries that come close to what is typed, asked for after a short pause; `isKnown` once they belong to the present text. */
export function useCandidates(list: LinkListName, typed: string) {
  const [found, setFound] = useState<Found>({ typed: "", candidates: [] });
  useEffect(() => {
    if (!typed.trim()) return undefined;
    const abandoned = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/admin/pick/${list}?q=${encodeURIComponent(typed)}`, { signal: abandoned.signal })
        .then(async (response) => {
          if (response.ok) setFound({ typed, candidates: await response.json() });
        })
        // A field without suggestions still works: what is typed is looked up when the form is saved.
        .catch(() => undefined);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      abandoned.abort();
    };
  }, [list, typed]);
  return { candidates: found.typed === typed ? found.candidates : [], isKnown: found.typed === typed };
}
