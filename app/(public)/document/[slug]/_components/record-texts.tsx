import { BrowserModule } from "@/app/_components/browser-module";
import { citeHref, hrefWith, readHref } from "@/lib/archive/hrefs";
import { textLabel } from "@/lib/archive/labels";
import type { PublishedRecord } from "@/lib/records/loaders";
import { shownTexts } from "@/lib/texts/shown-text";
import { readableParts } from "@/lib/texts/sides";
import { TextFacts } from "./text-facts";
import { TextNotes } from "./text-notes";
import { TextWords } from "./text-words";
import styles from "./record-texts.module.css";

/** Transcripts and translations with their notes; each paragraph can be linked to and cited. */
export function RecordTexts({ record, citation }: { record: PublishedRecord; citation: string }) {
  const { slug, texts } = record;
  if (texts.length === 0) return null;
  const hasScan = record.files.length > 0;
  const shown = shownTexts(texts, {
    paragraphs: "",
    citation: (p) => hrefWith(citeHref(slug), { p }),
    page: (page, id, mark) =>
      hasScan ? `${readHref(slug, { left: "scan", right: `t${id}`, page })}#${mark}` : null,
  });
  const isPair = readableParts(record).length > 1;
  return (
    <div className={styles.texts} data-reader="" data-citation={citation}>
      {isPair ? (
        <p>
          <a data-button="" data-quiet="" href={readHref(slug)}>
            Read side by side
          </a>
        </p>
      ) : null}
      {texts.map((text, index) => (
        <section
          key={text.id}
          id={`t${text.id}`}
          aria-labelledby={`t${text.id}-title`}
          className={styles.text}
        >
          <h2 id={`t${text.id}-title`}>{textLabel(text)}</h2>
          <TextFacts text={text} />
          <TextWords text={text} pieces={shown[index]?.pieces ?? []} />
          <TextNotes text={text} notes={shown[index]?.notes ?? []} />
        </section>
      ))}
      <BrowserModule name="reader" />
    </div>
  );
}
