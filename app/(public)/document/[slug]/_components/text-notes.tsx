import type { PublishedRecord } from "@/lib/records/loaders";
import type { ShownNote } from "@/lib/texts/shown-text";
import styles from "./text-notes.module.css";

type Properties = {
  text: Pick<PublishedRecord["texts"][number], "id" | "languageCode" | "direction">;
  notes: readonly ShownNote[];
};

/** The notes of a text under the marks that its source prints, each with the way back to where it is referred to. */
export function TextNotes({ text, notes }: Properties) {
  if (notes.length === 0) return null;
  return (
    <div className={styles.notes} lang={text.languageCode} dir={text.direction} data-words="">
      <h3 id={`t${text.id}-notes`} lang="en" dir="ltr">
        Notes
      </h3>
      <ol role="list" aria-labelledby={`t${text.id}-notes`}>
        {notes.map((note) => (
          <li key={note.id} id={note.id}>
            <span className={styles.mark}>{note.mark}</span>
            <div>
              <span dangerouslySetInnerHTML={{ __html: note.html }} />{" "}
              {note.reference ? (
                <a
                  href={`#${note.reference}`}
                  role="doc-backlink"
                  lang="en"
                  aria-label={`Back to note ${note.mark} in the text`}
                >
                  ↩
                </a>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
