"use client";

import { FailureNotice } from "./_components/failure-notice";

export default function RootError({ reset }: { reset: () => void }) {
  return (
    <main>
      <FailureNotice retry={reset} />
    </main>
  );
}
