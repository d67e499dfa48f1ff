import type { Correspondent } from "@/lib/agents/letters-picture";
import { pairHref } from "@/lib/archive/hrefs";
import { letterPicture, type PictureNode } from "@/lib/agents/letters-picture";
import styles from "./letter-picture.module.css";

type Properties = { agent: { slug: string; name: string }; correspondents: readonly Correspondent[] };

/** An agent in the middle of those it exchanged letters with; the table of correspondents says the same in numbers. */
export function LetterPicture({ agent, correspondents }: Properties) {
  const { width, height, centre, nodes } = letterPicture(correspondents);
  return (
    <figure className={styles.picture}>
      <div className={styles.scroll}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-label={`Correspondents of ${agent.name}: the table has the same numbers`}
        >
          {nodes.map((node) => (
            <Node key={node.slug} agent={agent} node={node} />
          ))}
          <circle className={styles.hub} cx={centre.x} cy={centre.y} r={9} />
        </svg>
      </div>
      <figcaption>
        <span className={styles.key}>
          A wedge runs from the writer to the reader, thick where the letters were written:{" "}
          <span className={styles.sentKey}>from {agent.name}</span>,{" "}
          <span className={styles.receivedKey}>to {agent.name}</span>
        </span>
        <span className={styles.elsewhere}>A wider screen also shows these numbers as a picture.</span>
      </figcaption>
    </figure>
  );
}

const labelGap = 14;

function Node({ agent, node }: { agent: Properties["agent"]; node: PictureNode }) {
  const x = node.side === "right" ? node.x + labelGap : node.x - labelGap;
  return (
    <a
      href={pairHref(agent.slug, node.slug)}
      aria-label={`${node.name}: wrote ${node.received}, received ${node.sent}`}
    >
      {node.sentPath ? <path className={styles.sent} d={node.sentPath} /> : null}
      {node.receivedPath ? <path className={styles.received} d={node.receivedPath} /> : null}
      <circle className={styles.node} cx={node.x} cy={node.y} r={6} />
      <text x={x} y={node.y} textAnchor={node.side === "right" ? "start" : "end"}>
        <tspan x={x}>{node.label}</tspan>
        <tspan className={styles.numbers} x={x} dy="1.15em">
          {`wrote ${node.received}, received ${node.sent}`}
        </tspan>
      </text>
    </a>
  );
}
