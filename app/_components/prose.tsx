import styles from "./prose.module.css";

/** Plain text as paragraphs; blank lines part them. */
export function Prose({ text }: { text: string }) {
  return (
    <div className={styles.prose}>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
