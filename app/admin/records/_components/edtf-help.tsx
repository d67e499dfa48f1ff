import { readingOf } from "@/lib/archive/edtf";
import styles from "@/app/admin/_components/form.module.css";

const examples = [
  "1962-10-27",
  "1962-10",
  "1962",
  "1962-10-16/1962-10-28",
  "1962~",
  "1962-10-27?",
  "196X",
  "1962-10-XX",
  "1962/..",
  "[1962-10-27,1962-10-28]",
];

/** How dates are written, by example, each with its reading. */
export function EdtfHelp() {
  return (
    <details className={styles.help}>
      <summary>How to write dates (EDTF)</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Write</th>
            <th scope="col">for</th>
          </tr>
        </thead>
        <tbody>
          {examples.map((example) => (
            <tr key={example}>
              <td>
                <code>{example}</code>
              </td>
              <td>{readingOf(example)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>Leave the field empty for an undated document. EDTF is part of ISO 8601-2.</p>
    </details>
  );
}
