"use client";

import { FailureNotice } from "./_components/failure-notice";
import "./globals.css";

export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main>
          <FailureNotice retry={reset} />
        </main>
      </body>
    </html>
  );
}
