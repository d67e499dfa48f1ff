import type { Correspondent } from "@/lib/agents/letters-picture";
import { countOf } from "@/lib/archive/counts";
import { agentHref, hrefWith, pairHref } from "@/lib/archive/hrefs";
import styles from "./correspondent-table.module.css";

type Properties = { agent: { slug: string; name: string }; correspondents: readonly Correspondent[] };

/** Who wrote to whom, with the numbers in both directions; each number leads to those records. */
export function CorrespondentTable({ agent, correspondents }: Properties) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Correspondents of {agent.name}</caption>
      <thead>
        <tr>
          <th scope="col">Correspondent</th>
          <th scope="col">Written to them</th>
          <th scope="col">Written by them</th>
          <th scope="col">Between them</th>
        </tr>
      </thead>
      <tbody>
        {correspondents.map(({ slug, name, sent, received }) => (
          <tr key={slug}>
            <th scope="row">
              <a href={agentHref(slug)}>{name}</a>
            </th>
            <Count count={sent} href={hrefWith(pairHref(agent.slug, slug), { show: "sent" })} />
            <Count count={received} href={hrefWith(pairHref(agent.slug, slug), { show: "received" })} />
            <td>
              <a
                href={pairHref(agent.slug, slug)}
                aria-label={`${countOf(sent + received, "record")} with ${name}`}
              >
                {(sent + received).toLocaleString("en")}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Count = ({ count, href }: { count: number; href: string }) => (
  <td>{count === 0 ? "0" : <a href={href}>{count.toLocaleString("en")}</a>}</td>
);
