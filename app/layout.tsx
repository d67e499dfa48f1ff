import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource-variable/source-serif-4/opsz-italic.css";
import type { Metadata, Viewport } from "next";
import { archiveName } from "@/lib/env";
import "./globals.css";

// Pages are made when someone asks for them and kept by the server in front; a build has no database to make them from.
export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  const name = archiveName();
  return { title: { default: name, template: `%s · ${name}` }, applicationName: name };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf8f2" },
    { media: "(prefers-color-scheme: dark)", color: "#181512" },
  ],
};

export default function RootLayout({ children }: LayoutProps<"/">) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
