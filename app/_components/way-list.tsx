import styles from "./way-list.module.css";

type Properties = {
  ways: readonly { href: string; label: string; count: string; explanation: string }[];
};

/** Ways into the archive, each with how much it offers and what it is. */
export function WayList({ ways }: Properties) {
  return (
    <ul role="list" className={styles.ways}>
      {ways.map(({ href, label, count, explanation }) => (
        <li key={href}>
          <a href={href}>{label}</a> <span className={styles.count}>{count}</span>
          <p>{explanation}</p>
        </li>
      ))}
    </ul>
  );
}
