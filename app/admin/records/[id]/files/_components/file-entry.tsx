import { downloadHref } from "@/lib/archive/hrefs";
import type { ShownFile } from "@/lib/files/desk";
import { makePicturesAgain, orderFile, saveFile, takeFileAway } from "../actions";
import { FileForm } from "./file-form";
import styles from "./files.module.css";

type Properties = {
  recordId: number;
  file: ShownFile;
  isFirst: boolean;
  isLast: boolean;
  mayEdit: boolean;
};

/** One file of a record: what it looks like, how far its pictures are, what is said of it, and what can be done with it. */
export function FileEntry({ recordId, file, isFirst, isLast, mayEdit }: Properties) {
  return (
    <li className={styles.entry}>
      {file.thumbnail ? (
        <img src={file.thumbnail} alt="" className={styles.thumbnail} />
      ) : (
        <span className={styles.thumbnail} aria-hidden="true" />
      )}
      <div className={styles.about}>
        <h2>{file.fileName}</h2>
        <p>
          {file.words} · <a href={downloadHref(file.id)}>Download</a>
        </p>
        <p data-state={file.making.state} className={styles.making}>
          {file.making.words}
        </p>
        <p className={styles.quiet}>
          SHA-256 <code>{file.sha256}</code>
        </p>
        {mayEdit ? (
          <>
            <FileActions {...{ recordId, file, isFirst, isLast }} />
            <details>
              <summary>Caption, description and source</summary>
              <FileForm
                id={file.id}
                fileName={file.fileName}
                values={file}
                action={saveFile.bind(null, recordId, file.id)}
              />
            </details>
          </>
        ) : null}
      </div>
    </li>
  );
}

function FileActions({ recordId, file, isFirst, isLast }: Omit<Properties, "mayEdit">) {
  const { id, fileName, making } = file;
  return (
    <div className={styles.row}>
      {isFirst ? null : (
        <form action={orderFile.bind(null, recordId, id, "up")}>
          <button type="submit" data-quiet="" aria-label={`Move ${fileName} up`}>
            Up
          </button>
        </form>
      )}
      {isLast ? null : (
        <form action={orderFile.bind(null, recordId, id, "down")}>
          <button type="submit" data-quiet="" aria-label={`Move ${fileName} down`}>
            Down
          </button>
        </form>
      )}
      {making.state === "failed" ? (
        <form action={makePicturesAgain.bind(null, recordId, id)}>
          <button type="submit" data-quiet="">
            Try again
          </button>
        </form>
      ) : null}
      <details>
        <summary>Remove…</summary>
        <form action={takeFileAway.bind(null, recordId, id)} className={styles.row}>
          <span>Readers will no longer find it.</span>
          <button type="submit">Remove {fileName}</button>
        </form>
      </details>
    </div>
  );
}
