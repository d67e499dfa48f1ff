import { CountedList } from "@/app/_components/counted-list";
import { EmptyState } from "@/app/_components/empty-state";
import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { Pagination } from "@/app/_components/pagination";
import { countOf } from "@/lib/archive/counts";
import { agentHref, pageHref } from "@/lib/archive/hrefs";
import { choiceOf, pageOf, parameterOf } from "@/lib/archive/list-query";
import { agentKinds } from "@/lib/archive/vocabulary";
import { loadAgents } from "@/lib/agents/loaders";
import { kindLinks, letterLinks, letters } from "@/lib/agents/view";
import styles from "./people.module.css";

type Properties = PageProps<"/people">;

export async function generateMetadata({ searchParams }: Properties) {
  const query = await searchParams;
  const isNarrowed = ["q", "letter", "kind"].some((name) => parameterOf(query, name) !== null);
  return {
    title: "People and organisations",
    description: "The people, organisations and families that the documents name, under every spelling.",
    alternates: { canonical: pageHref("/people", pageOf(query)) },
    ...(isNarrowed ? { robots: { index: false } } : {}),
  };
}

export default async function PeoplePage({ searchParams }: Properties) {
  const query = await searchParams;
  const filter = {
    kind: choiceOf(query, "kind", agentKinds),
    letter: choiceOf(query, "letter", letters),
    q: parameterOf(query, "q")?.slice(0, 100) ?? null,
  };
  const list = await loadAgents(filter, pageOf(query));
  return (
    <>
      <PageHeading
        title="People and organisations"
        lead="Everyone whom the documents name, under every spelling of the name."
      />
      <search aria-label="Find a name">
        <form className={styles.filter} action="/people">
          {filter.kind ? <input type="hidden" name="kind" value={filter.kind} /> : null}
          <input
            type="search"
            name="q"
            defaultValue={filter.q ?? ""}
            aria-label="Name"
            placeholder="Find a name"
          />
          <button type="submit" data-quiet="">
            Find
          </button>
        </form>
      </search>
      <LinkRow label="Kind" links={kindLinks(filter, list.kinds)} />
      <LinkRow label="First letter" links={letterLinks(filter, list.letters)} />
      <p className={styles.total}>
        {filter.q ? `${countOf(list.total, "name")} matching “${filter.q}”` : countOf(list.total, "name")}
      </p>
      {list.total === 0 ? (
        <EmptyState title="No names here">
          <p>
            <a href="/people">Show all names</a>
          </p>
        </EmptyState>
      ) : null}
      <CountedList entries={list.agents.map((agent) => ({ ...agent, href: agentHref(agent.slug) }))} />
      <Pagination page={list.page} pages={list.pages} hrefOf={(page) => pageHref("/people", page, filter)} />
    </>
  );
}
