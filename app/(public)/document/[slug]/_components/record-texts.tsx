import { agentHref } from "@/lib/archive/hrefs";
import { textMethodLabels } from "@/lib/archive/labels";
import type { PublishedRecord } from "@/lib/records/loaders";
import { anchoredHtml, textLabel } from "@/lib/records/view";
import styles from "./record-texts.module.css";

/** Transcripts and translations; each paragraph can be linked to. */
export function RecordTexts({ texts }: { texts: PublishedRecord["texts"] }) {
  return texts.map((text) => {
    const method = textMethodLabels[text.method];
    return (
      <section key={text.id} id={`t${text.id}`} aria-labelledby={`t${text.id}-title`} className={styles.text}>
        <h2 id={`t${text.id}-title`}>{textLabel(text)}</h2>
        <div
          className={styles.words}
          lang={text.languageCode}
          dir={text.direction}
          dangerouslySetInnerHTML={{ __html: anchoredHtml(text) }}
        />
        <div className={styles.notes}>
          {text.creditAgent ? (
            <p>
              {text.kind === "translation" ? "Translated by " : "Transcribed by "}
              <a href={agentHref(text.creditAgent.slug)}>{text.creditAgent.name}</a>
            </p>
          ) : null}
          {text.credit ? <p>{text.credit}</p> : null}
          {method ? <p>{method}</p> : null}
          {text.sourceNote ? <p>{text.sourceNote}</p> : null}
        </div>
      </section>
    );
  });
}
