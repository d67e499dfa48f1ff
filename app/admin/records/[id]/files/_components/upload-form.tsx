"use client";

import { useId, useState, type FormEvent } from "react";
import styles from "./files.module.css";

type Progress = { sent: number; total: number } | null;

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);

/** Sends files: as a plain form, or, where scripts run, showing how much has arrived. */
export function UploadForm({ action }: { action: string }) {
  const id = useId();
  const [progress, setProgress] = useState<Progress>(null);
  const [failure, setFailure] = useState<string | null>(null);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const request = new XMLHttpRequest();
    const fail = (message: string) => {
      setProgress(null);
      setFailure(message);
    };
    setFailure(null);
    setProgress({ sent: 0, total: 0 });
    request.upload.addEventListener("progress", ({ loaded, total }) => setProgress({ sent: loaded, total }));
    request.addEventListener("error", () => fail("The connection was lost. Send the files again."));
    request.addEventListener("load", () => {
      if (request.status === 200) location.assign(String(JSON.parse(request.responseText).location));
      else fail(request.responseText.trim() || "The archive did not take the files.");
    });
    request.open("POST", action);
    request.setRequestHeader("Accept", "application/json");
    request.send(new FormData(event.currentTarget));
  }

  return (
    <form
      action={action}
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      className={styles.upload}
    >
      <label htmlFor={id}>Add files</label>
      <p className={styles.quiet} id={`${id}-help`}>
        PDF, JPEG, PNG, TIFF or WebP; several at once. The kind is told by the contents, not by the name.
      </p>
      <p className={styles.row}>
        <input
          id={id}
          type="file"
          name="files"
          multiple
          required
          accept="application/pdf,image/jpeg,image/png,image/tiff,image/webp"
          aria-describedby={`${id}-help`}
        />
        <button type="submit" disabled={progress !== null}>
          Upload
        </button>
      </p>
      <div role="status">
        {progress ? (
          <p>
            <progress max={progress.total || 1} value={progress.sent} aria-label="Upload" />{" "}
            {progress.sent < progress.total || progress.total === 0
              ? `${megabytes(progress.sent)} of ${megabytes(progress.total)} MB sent`
              : "Sent. The archive is looking at the files."}
          </p>
        ) : null}
      </div>
      {failure ? <p role="alert">{failure}</p> : null}
    </form>
  );
}
