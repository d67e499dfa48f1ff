import { downloadHref, fileHref } from "@/lib/archive/hrefs";
import { pdfType, type ScannedFile } from "@/lib/archive/scan-pages";
import { fileFacts, fileInWords } from "@/lib/files/view";
import styles from "./scan-files.module.css";

type Properties = {
  files: readonly ScannedFile[];
  /** The file whose details stand open. */
  open?: number;
};

/** The files of the original: what each is, how to keep it, and how to prove that it is the same. */
export function ScanFiles({ files, open }: Properties) {
  return (
    <ul role="list" className={styles.files}>
      {files.map((file) => (
        <li key={file.id} id={`f${file.id}`}>
          <p className={styles.name}>{file.caption ?? file.fileName}</p>
          <p className={styles.quiet}>{fileInWords(file)}</p>
          <p className={styles.links}>
            {file.mediaType === pdfType ? <a href={fileHref(file.id)}>Open the PDF</a> : null}
            <a href={downloadHref(file.id)}>
              Download the original <span className="visually-hidden">({file.fileName})</span>
            </a>
          </p>
          <details open={file.id === open}>
            <summary>File details</summary>
            <dl className={styles.details}>
              {fileFacts(file).map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{label === "SHA-256" ? <code>{value}</code> : value}</dd>
                </div>
              ))}
            </dl>
          </details>
        </li>
      ))}
    </ul>
  );
}
