import { correspondentsHref } from "@/lib/archive/hrefs";
import type { Portrait } from "@/lib/agents/loaders";
import { CorrespondentTable } from "./correspondent-table";
import { LetterPicture } from "./letter-picture";
import styles from "./sections.module.css";

type Properties = { agent: { slug: string; name: string }; portrait: Portrait };

/** With whom an agent exchanged the letters that are kept here: a picture and a table of those with the most. */
export function Correspondents({ agent, portrait }: Properties) {
  const { correspondents, correspondentCount } = portrait;
  if (correspondentCount === 0) return null;
  return (
    <section aria-labelledby="correspondents" className={styles.section}>
      <h2 id="correspondents">Correspondents</h2>
      <p className={styles.lead}>Counted from the records that one of them wrote and the other received.</p>
      {correspondentCount > 1 ? <LetterPicture agent={agent} correspondents={correspondents} /> : null}
      <CorrespondentTable agent={agent} correspondents={correspondents} />
      {correspondentCount > correspondents.length ? (
        <p className={styles.more}>
          <a href={correspondentsHref(agent.slug)}>
            All {correspondentCount.toLocaleString("en")} correspondents
          </a>
        </p>
      ) : null}
    </section>
  );
}
