import styles from "./failure-notice.module.css";

/** What readers see when a page could not be made. */
export function FailureNotice({ retry }: { retry: () => void }) {
  return (
    <div className={styles.failure} role="alert">
      <h1>This page could not be made</h1>
      <p>Something went wrong on our side; the archive itself is not harmed. Please try again in a moment.</p>
      <p>
        <button type="button" onClick={retry}>
          Try again
        </button>{" "}
        <a href="/" data-button="" data-quiet="">
          Go to the home page
        </a>
      </p>
    </div>
  );
}
