"use client";

import { FailureNotice } from "@/app/_components/failure-notice";

export default function PublicError({ reset }: { reset: () => void }) {
  return <FailureNotice retry={reset} />;
}
