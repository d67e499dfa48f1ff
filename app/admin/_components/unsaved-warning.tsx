"use client";

import { useEffect, useRef } from "react";

/** Warns before the page is left with unsaved work. */
export function UnsavedWarning({ startsUnsaved }: { startsUnsaved: boolean }) {
  const marker = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const form = marker.current?.form;
    if (!form) return undefined;
    let isUnsaved = startsUnsaved;
    const change = () => (isUnsaved = true);
    const submit = () => (isUnsaved = false);
    const leave = (event: BeforeUnloadEvent) => {
      if (isUnsaved) event.preventDefault();
    };
    form.addEventListener("input", change);
    form.addEventListener("submit", submit);
    addEventListener("beforeunload", leave);
    return () => {
      form.removeEventListener("input", change);
      form.removeEventListener("submit", submit);
      removeEventListener("beforeunload", leave);
    };
  }, [startsUnsaved]);
  return <input ref={marker} type="hidden" />;
}
