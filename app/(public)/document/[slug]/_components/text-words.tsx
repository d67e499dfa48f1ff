import type { PublishedRecord } from "@/lib/records/loaders";
import type { Piece } from "@/lib/texts/shown-text";
import styles from "./text-words.module.css";

type Properties = {
  text: Pick<PublishedRecord["texts"][number], "languageCode" | "direction">;
  pieces: readonly Piece[];
};

/** Words of a text in its own language and direction. What they are made of was cleaned when it was stored. */
export function TextWords({ text, pieces }: Properties) {
  return (
    <div
      className={styles.words}
      lang={text.languageCode}
      dir={text.direction}
      data-words=""
      dangerouslySetInnerHTML={{ __html: pieces.map(({ mark, html }) => `${mark}${html}`).join("\n") }}
    />
  );
}
