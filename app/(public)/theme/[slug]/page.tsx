import { CoverPicture } from "@/app/_components/cover-picture";
import { Fact, Facts } from "@/app/_components/facts";
import { Markdown } from "@/app/_components/markdown";
import { PageHeading } from "@/app/_components/page-heading";
import { RecordList } from "@/app/_components/record-list";
import { WithAside } from "@/app/_components/with-aside";
import { numberInWords } from "@/lib/archive/counts";
import { agentHref, collectionHref, themeHref } from "@/lib/archive/hrefs";
import { loadTheme } from "@/lib/themes/loaders";
import { ThemePlaces } from "./_components/theme-places";
import { Timeline } from "./_components/timeline";
import styles from "./theme.module.css";

type Properties = PageProps<"/theme/[slug]">;

export async function generateMetadata({ params }: Properties) {
  const { title, abstract, slug } = await loadTheme((await params).slug);
  return { title, description: abstract ?? undefined, alternates: { canonical: themeHref(slug) } };
}

export default async function ThemePage({ params }: Properties) {
  const theme = await loadTheme((await params).slug);
  return (
    <div className={styles.theme}>
      <PageHeading
        title={theme.title}
        kicker="Theme"
        lead={theme.abstract}
        trail={[{ label: "Themes", href: "/themes" }]}
      />
      <WithAside
        aside={
          <>
            {theme.cover ? <CoverPicture cover={theme.cover} /> : null}
            <Facts>
              <Fact label="People most often named">
                {theme.people.map(({ slug, name, records }) => (
                  <span key={slug}>
                    <a href={agentHref(slug)}>{name}</a> <small>{numberInWords(records)}</small>
                  </span>
                ))}
              </Fact>
            </Facts>
          </>
        }
      >
        {theme.essay ? (
          <section aria-labelledby="essay">
            <h2 id="essay" className="visually-hidden">
              Essay
            </h2>
            <Markdown source={theme.essay} />
          </section>
        ) : null}
      </WithAside>
      <Timeline events={theme.events} />
      <ThemePlaces places={theme.places} />
      {theme.collections.length > 0 ? (
        <section aria-labelledby="collections">
          <h2 id="collections">Collections</h2>
          <ul role="list" className={styles.collections}>
            {theme.collections.map(({ slug, title, abstract }) => (
              <li key={slug}>
                <h3>
                  <a href={collectionHref(slug)}>{title}</a>
                </h3>
                {abstract ? <p>{abstract}</p> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {theme.records.length > 0 ? (
        <section aria-labelledby="records">
          <h2 id="records">Chosen records</h2>
          <RecordList records={theme.records} />
        </section>
      ) : null}
    </div>
  );
}
