import { browseStep } from "@/app/_components/breadcrumbs";
import { CountedList } from "@/app/_components/counted-list";
import { EmptyState } from "@/app/_components/empty-state";
import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { Pagination } from "@/app/_components/pagination";
import { agentSorts, initialLetter } from "@/lib/archive/agent-lists";
import { countOf } from "@/lib/archive/counts";
import { agentHref, pageHref } from "@/lib/archive/hrefs";
import { choiceOf, pageOf, parameterOf, type ListQuery } from "@/lib/archive/list-query";
import { agentKinds } from "@/lib/archive/vocabulary";
import { loadAgents } from "@/lib/agents/loaders";
import {
  kindLinks,
  letterLinks,
  peopleHref,
  peopleQuery,
  sortLinks,
  type PeopleView,
} from "@/lib/agents/view";
import { NameForm } from "./_components/name-form";
import styles from "./people.module.css";

type Properties = PageProps<"/people">;

const viewOf = (query: ListQuery): PeopleView => ({
  kind: choiceOf(query, "kind", agentKinds),
  letter: parameterOf(query, "letter")?.match(initialLetter)?.[0] ?? null,
  q: parameterOf(query, "q")?.slice(0, 100) ?? null,
  sort: choiceOf(query, "sort", agentSorts) ?? agentSorts[0],
  isWhole: parameterOf(query, "all") === "yes",
});

export async function generateMetadata({ searchParams }: Properties) {
  const query = await searchParams;
  const isNarrowed = Object.values(peopleQuery(viewOf(query))).some((value) => value !== null);
  return {
    title: "People and organisations",
    description: "The people, organisations and families that the documents name, under every spelling.",
    alternates: { canonical: isNarrowed ? "/people" : pageHref("/people", pageOf(query)) },
    ...(isNarrowed ? { robots: { index: false } } : {}),
  };
}

export default async function PeoplePage({ searchParams }: Properties) {
  const query = await searchParams;
  const view = viewOf(query);
  const list = await loadAgents(view, view.sort, pageOf(query));
  return (
    <>
      <PageHeading
        title="People and organisations"
        lead="Everyone whom the documents name, under every spelling of the name."
        trail={[browseStep]}
      />
      <NameForm view={view} />
      <LinkRow label="Kind" links={kindLinks(view, list.kinds)} />
      {view.q === null || list.pages > 1 || view.letter !== null ? (
        <LinkRow label="First letter" links={letterLinks(view, list.letters)} />
      ) : null}
      <div className={styles.head}>
        <p className={styles.total}>
          {countOf(list.total, "name")}
          {view.q ? ` matching “${view.q}”` : null}
          {view.q || view.letter ? (
            <>
              {" · "}
              <a href={peopleHref(view, { q: null, letter: null, isWhole: false })} rel="nofollow">
                All names
              </a>
            </>
          ) : null}
        </p>
        {list.total > 1 ? <LinkRow label="Order" links={sortLinks(view)} /> : null}
      </div>
      {list.total === 0 ? <EmptyState title="No names here" /> : null}
      <CountedList entries={list.agents.map((agent) => ({ ...agent, href: agentHref(agent.slug) }))} />
      <Pagination
        page={list.page}
        pages={list.pages}
        hrefOf={(page) => pageHref("/people", page, peopleQuery(view))}
      />
      {list.unnamed > 0 ? (
        <p className={styles.total}>
          <a href={peopleHref(view, { isWhole: !view.isWhole })} rel="nofollow">
            {view.isWhole
              ? `Only names with records: without ${countOf(list.unnamed, "name")}`
              : `${countOf(list.unnamed, "more name")} without records here`}
          </a>
        </p>
      ) : null}
    </>
  );
}
