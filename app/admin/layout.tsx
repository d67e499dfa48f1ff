import type { Metadata } from "next";
import { DeskHeader } from "./_components/desk-header";
import { findSignedIn } from "@/lib/auth/curator";
import styles from "./desk.module.css";

export const metadata: Metadata = {
  title: { default: "Curators' desk", template: "%s · Curators' desk" },
  robots: { index: false, follow: false },
};

/** What stands around every page of the desk. Pages ask for themselves who is signed in; the frame only shows it. */
export default async function DeskLayout({ children }: LayoutProps<"/admin">) {
  const curator = await findSignedIn();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      {curator ? <DeskHeader name={curator.name} role={curator.role} /> : null}
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
