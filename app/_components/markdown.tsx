import ReactMarkdown from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import styles from "./markdown.module.css";

// An essay stands below a page's title and the name of its section, so its own headings start at the third level.
const headings = { h1: "h3", h2: "h3", h3: "h4", h4: "h5", h5: "h6" } as const;

/** An essay written in Markdown; what is not plain text structure is dropped. */
export function Markdown({ source }: { source: string }) {
  return (
    <div className={styles.essay}>
      <ReactMarkdown rehypePlugins={[rehypeSanitize]} components={headings}>
        {source}
      </ReactMarkdown>
    </div>
  );
}
