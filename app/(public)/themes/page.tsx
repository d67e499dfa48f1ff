import { browseStep } from "@/app/_components/breadcrumbs";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeading } from "@/app/_components/page-heading";
import { themeHref } from "@/lib/archive/hrefs";
import { loadThemes } from "@/lib/themes/loaders";
import styles from "../collections/collections.module.css";

export const metadata = {
  title: "Themes",
  description: "Essays and timelines across collections.",
  alternates: { canonical: "/themes" },
};

export default async function ThemesPage() {
  const themes = await loadThemes();
  return (
    <>
      <PageHeading
        title="Themes"
        lead="Essays, timelines and maps across collections."
        trail={[browseStep]}
      />
      {themes.length === 0 ? <EmptyState title="No themes yet" /> : null}
      <ul role="list" className={styles.collections}>
        {themes.map(({ slug, title, abstract }) => (
          <li key={slug}>
            <h2>
              <a href={themeHref(slug)}>{title}</a>
            </h2>
            {abstract ? <p className={styles.abstract}>{abstract}</p> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
