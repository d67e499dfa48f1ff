import { fileHref } from "@/lib/archive/hrefs";
import type { PublishedRecord } from "@/lib/records/loaders";
import { fileInWords } from "@/lib/records/view";
import styles from "./record-scans.module.css";

type Properties = { files: PublishedRecord["files"]; title: string };

/** The original as files: images to look at, everything else to open. */
export function RecordScans({ files, title }: Properties) {
  if (files.length === 0) return null;
  const images = files.filter(({ mediaType }) => mediaType.startsWith("image/"));
  const others = files.filter(({ mediaType }) => !mediaType.startsWith("image/"));
  return (
    <section id="scans" aria-labelledby="scans-title" className={styles.scans}>
      <h2 id="scans-title">Original</h2>
      {others.length > 0 ? (
        <ul role="list" className={styles.files}>
          {others.map((file) => (
            <li key={file.id}>
              <a href={fileHref(file.id)}>{file.caption ?? file.fileName}</a>{" "}
              <span className={styles.detail}>{fileInWords(file)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {images.map((file) => (
        <figure key={file.id}>
          <a href={fileHref(file.id)}>
            <img
              src={fileHref(file.id)}
              alt={file.alternativeText ?? `Scan of ${title}`}
              width={file.width ?? undefined}
              height={file.height ?? undefined}
              loading="lazy"
              decoding="async"
            />
          </a>
          <figcaption className={styles.detail}>
            {file.caption ? `${file.caption} · ` : null}
            {fileInWords(file)}
          </figcaption>
        </figure>
      ))}
    </section>
  );
}
