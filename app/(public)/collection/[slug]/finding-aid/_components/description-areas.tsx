import { Fact, Facts } from "@/app/_components/facts";
import { Prose } from "@/app/_components/prose";
import { countOf } from "@/lib/archive/counts";
import { collectionHref, findingAidHref, languageHref } from "@/lib/archive/hrefs";
import { collectionLevelLabels } from "@/lib/archive/labels";
import type { loadFindingAid } from "@/lib/collections/loaders";
import { publicOrigin } from "@/lib/env";
import styles from "./finding-aid.module.css";

type Properties = { aid: Awaited<ReturnType<typeof loadFindingAid>> };

/** The areas of ISAD(G) that say something of this collection, in the order of the standard. */
export function DescriptionAreas({ aid }: Properties) {
  const { slug, title, level, years, extent, abstract, parts, languages, rights } = aid;
  return (
    <>
      <section aria-labelledby="identity" className={styles.area}>
        <h2 id="identity">Identity</h2>
        <Facts>
          <Fact label="Reference">{new URL(collectionHref(slug), publicOrigin()).href}</Fact>
          <Fact label="Title">{title}</Fact>
          <Fact label="Dates">{years}</Fact>
          <Fact label="Level of description">{collectionLevelLabels[level]}</Fact>
          <Fact label="Extent">
            {extent.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </Fact>
        </Facts>
      </section>
      <section aria-labelledby="scope" className={styles.area}>
        <h2 id="scope">Content and structure</h2>
        <h3>Scope and content</h3>
        {abstract ? <Prose text={abstract} /> : <p>Not described yet.</p>}
        <h3>Arrangement</h3>
        {parts.length === 0 ? (
          <p>The records stand in one sequence, in the order of the list below.</p>
        ) : (
          <>
            <p>In {countOf(parts.length, "part")}; the list below follows them.</p>
            <ol className={styles.parts}>
              {parts.map((part) => (
                <li key={part.id}>
                  <a href={findingAidHref(part.slug)}>{part.name}</a>{" "}
                  <small>
                    {part.kind}, {countOf(part.records, "record")}
                  </small>
                </li>
              ))}
            </ol>
          </>
        )}
      </section>
      <section aria-labelledby="access" className={styles.area}>
        <h2 id="access">Access and use</h2>
        <Facts>
          <Fact label="Access">Open to everyone at the address above.</Fact>
          <Fact label="Rights">
            {rights.map(({ name, uri, records }) => (
              <span key={name}>
                {uri ? <a href={uri}>{name}</a> : name} <small>{countOf(records, "record")}</small>
              </span>
            ))}
          </Fact>
          <Fact label={languages.length > 1 ? "Languages" : "Language"}>
            {languages.map(({ code, name }) => (
              <a key={code} href={languageHref(code)}>
                {name}
              </a>
            ))}
          </Fact>
        </Facts>
      </section>
    </>
  );
}
