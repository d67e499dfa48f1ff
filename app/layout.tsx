import type { ReactNode } from "react";

// No page is made during the build, which therefore needs no database; which pages are kept afterwards is up to the server.
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
