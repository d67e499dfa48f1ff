import type { ReactNode } from "react";
import { archiveName } from "@/lib/env";
import { openSearchType } from "@/lib/search/open-search";
import { BrowserModule } from "./browser-module";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";
import styles from "./site-frame.module.css";

/** What stands around every page that readers see. */
export function SiteFrame({ children }: { children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <link rel="search" type={openSearchType} href="/opensearch.xml" title={archiveName()} />
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      <SiteHeader />
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
      <BrowserModule name="suggest" />
    </div>
  );
}
