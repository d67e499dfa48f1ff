import { RecordList } from "@/app/_components/record-list";
import { SearchForm } from "@/app/_components/search-form";
import { WayList } from "@/app/_components/way-list";
import { YearsPicture } from "./_components/years-picture";
import { collectionHref, themeHref } from "@/lib/archive/hrefs";
import { countOf } from "@/lib/archive/counts";
import { archiveName } from "@/lib/env";
import { loadHome } from "@/lib/home/loaders";
import { holdingsInWords, waysToBrowse } from "@/lib/home/view";
import styles from "./home.module.css";

export const metadata = { alternates: { canonical: "/" } };

export default async function HomePage() {
  const { holdings, featured, newest, theme, years } = await loadHome();
  return (
    <>
      <header className={styles.opening}>
        <div>
          <h1>Historical documents, described, transcribed and open to read</h1>
          <p className={styles.lead}>
            {archiveName()} {holdingsInWords(holdings)}
          </p>
          <SearchForm size="large" />
        </div>
        <YearsPicture years={years} />
      </header>

      <div className={styles.gathered}>
        {featured.length > 0 ? (
          <section aria-labelledby="featured" className={styles.section}>
            <h2 id="featured">Collections</h2>
            <ul role="list" className={styles.featured}>
              {featured.map(({ slug, title, abstract, records }) => (
                <li key={slug}>
                  <h3>
                    <a href={collectionHref(slug)}>{title}</a>
                  </h3>
                  {abstract ? <p>{abstract}</p> : null}
                  <p className={styles.count}>{countOf(records, "record")}</p>
                </li>
              ))}
            </ul>
            <p className={styles.more}>
              <a href="/collections">All collections</a>
            </p>
          </section>
        ) : null}

        {theme ? (
          <section aria-labelledby="theme" className={styles.theme}>
            <p className={styles.kicker}>Theme</p>
            <h2 id="theme">
              <a href={themeHref(theme.slug)}>{theme.title}</a>
            </h2>
            {theme.abstract ? <p>{theme.abstract}</p> : null}
          </section>
        ) : null}
      </div>

      <section aria-labelledby="browse" className={styles.section}>
        <h2 id="browse">Ways in</h2>
        <WayList ways={waysToBrowse(holdings)} />
        <p className={styles.more}>
          <a href="/browse">All ways in</a>
        </p>
      </section>

      {newest.length > 0 ? (
        <section aria-labelledby="newest" className={styles.section}>
          <h2 id="newest">Newest records</h2>
          <RecordList records={newest} />
          <p className={styles.more}>
            <a href="/search?sort=added" rel="nofollow">
              All records, newest first
            </a>
          </p>
        </section>
      ) : null}
    </>
  );
}
