import { Notice } from "@/app/_components/notice";
import { agentHref } from "@/lib/archive/hrefs";
import type { PublishedRecord } from "@/lib/records/loaders";
import { methodWarning } from "@/lib/texts/method-warning";
import styles from "./text-facts.module.css";

/** Who made a text, how, and from what; a text that no person has read carries a warning. */
export function TextFacts({ text }: { text: PublishedRecord["texts"][number] }) {
  const warning = methodWarning(text);
  const maker = text.kind === "translation" ? "Translated by" : "Transcribed by";
  return (
    <div className={styles.facts}>
      {warning ? <Notice tone="warning">{warning}</Notice> : null}
      {text.creditAgent ? (
        <p>
          {maker} <a href={agentHref(text.creditAgent.slug)}>{text.creditAgent.name}</a>
        </p>
      ) : null}
      {text.credit ? <p>{text.credit}</p> : null}
      {text.sourceNote ? <p>{text.sourceNote}</p> : null}
    </div>
  );
}
