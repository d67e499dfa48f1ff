"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 2_000;

/** Looks every two seconds how far the pictures are, while the page is looked at. */
export function MakingWatch() {
  const router = useRouter();
  useEffect(() => {
    const looking = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, everyMs);
    return () => clearInterval(looking);
  }, [router]);
  return null;
}
