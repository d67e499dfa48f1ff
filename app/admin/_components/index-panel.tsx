import type { ReactNode } from "react";
import { numberInWords } from "@/lib/archive/counts";
import { engineInWords, rebuildInWords, waitingInWords } from "@/lib/curation/index-view";
import type { IndexStatus } from "@/lib/search/status";
import { IndexFailures } from "./index-failures";
import { Moment } from "./moment";
import styles from "../desk.module.css";

type Properties = { status: IndexStatus; mayMend: boolean };

/** How it stands with the search index, and what to do about records that it has not taken. */
export function IndexPanel({ status, mayMend }: Properties) {
  const { live, rebuild } = status;
  const rebuilding = rebuildInWords(status);
  return (
    <section className={styles.section}>
      <h2>Search index</h2>
      <dl className={styles.counts}>
        <Fact label="Waiting">{waitingInWords(status)}</Fact>
        <Fact label="Search engine">{engineInWords(status)}</Fact>
        {typeof live?.documents === "number" ? (
          <Fact label="Documents">{numberInWords(live.documents)}</Fact>
        ) : null}
        <Fact label="Version">
          {live ? (
            <>
              <code>{live.version}</code>
              {live.isCurrent ? "" : ", not this archive’s: run npm run reindex"}
            </>
          ) : (
            "no index yet"
          )}
        </Fact>
        {live ? (
          <Fact label="Built">
            <Moment at={live.builtAt} />
          </Fact>
        ) : null}
        {rebuild && rebuilding ? (
          <Fact label="Rebuild">
            {rebuilding}
            <progress aria-label="Rebuild" max={Math.max(rebuild.total, 1)} value={rebuild.done} />
          </Fact>
        ) : null}
      </dl>
      {rebuild ? (
        <p className={styles.quiet}>
          The rebuild began on <Moment at={rebuild.startedAt} />
          {rebuild.isRunning ? "." : " and was interrupted: npm run reindex goes on with it."}
        </p>
      ) : null}
      <IndexFailures jobs={status.jobs} failures={status.failures} mayMend={mayMend} />
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
