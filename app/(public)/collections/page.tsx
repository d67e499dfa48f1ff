import { browseStep } from "@/app/_components/breadcrumbs";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeading } from "@/app/_components/page-heading";
import { TreeList } from "@/app/_components/tree-list";
import { countOf } from "@/lib/archive/counts";
import { collectionHref } from "@/lib/archive/hrefs";
import { topOf } from "@/lib/archive/tree";
import { loadCollectionTree } from "@/lib/collections/loaders";
import styles from "./collections.module.css";

export const metadata = {
  title: "Collections",
  description: "Documents gathered around an event or a question, each collection with an introduction.",
  alternates: { canonical: "/collections" },
};

/** More parts than these are folded away until a reader asks; what lies below them has its place on their own pages. */
const mostOpen = 12;

export default async function CollectionsPage() {
  const collections = await loadCollectionTree();
  return (
    <>
      <PageHeading
        title="Collections"
        lead="Documents gathered around an event or a question, each with an introduction."
        trail={[browseStep]}
      />
      {collections.length === 0 ? <EmptyState title="No collections yet" /> : null}
      <ul role="list" className={styles.collections}>
        {collections.map(({ id, slug, name, abstract, kind, records, children }) => (
          <li key={id}>
            <h2>
              <a href={collectionHref(slug)}>{name}</a>
            </h2>
            <p className={styles.count}>
              {kind}, {countOf(records, "record")}
            </p>
            {abstract ? <p className={styles.abstract}>{abstract}</p> : null}
            {children.length > 0 ? (
              <details open={children.length <= mostOpen}>
                <summary>{countOf(children.length, "part")}</summary>
                <TreeList nodes={topOf(children)} hrefOf={collectionHref} depth={1} />
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
