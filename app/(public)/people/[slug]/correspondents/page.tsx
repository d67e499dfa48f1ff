import { EmptyState } from "@/app/_components/empty-state";
import { PageHeading } from "@/app/_components/page-heading";
import { Pagination } from "@/app/_components/pagination";
import { agentHref, correspondentsHref, pageHref } from "@/lib/archive/hrefs";
import { countOf } from "@/lib/archive/counts";
import { pageOf } from "@/lib/archive/list-query";
import { loadCorrespondents } from "@/lib/agents/loaders";
import { CorrespondentTable } from "../_components/correspondent-table";
import { LetterPicture } from "../_components/letter-picture";

type Properties = PageProps<"/people/[slug]/correspondents">;

/** How many of the most frequent correspondents the picture shows. */
const pictured = 12;

export async function generateMetadata({ params, searchParams }: Properties) {
  const { agent, page } = await loadCorrespondents((await params).slug, pageOf(await searchParams));
  return {
    title: `Correspondents of ${agent.name}`,
    description: `Who wrote to ${agent.name} and to whom ${agent.name} wrote, in the records of this archive.`,
    alternates: { canonical: pageHref(correspondentsHref(agent.slug), page) },
  };
}

export default async function CorrespondentsPage({ params, searchParams }: Properties) {
  const { agent, correspondents, total, page, pages } = await loadCorrespondents(
    (await params).slug,
    pageOf(await searchParams),
  );
  return (
    <>
      <PageHeading
        title={`Correspondents of ${agent.name}`}
        lead={
          total === 0
            ? null
            : `${countOf(total, "correspondent")}, counted from the records that one of them wrote and the other received.`
        }
        trail={[
          { label: "People and organisations", href: "/people" },
          { label: agent.name, href: agentHref(agent.slug) },
        ]}
      />
      {total === 0 ? (
        <EmptyState title="No correspondents">
          <p>
            No published record is a letter to or from this person, organisation or family as far as its
            description says. <a href={agentHref(agent.slug)}>All records of {agent.name}</a>
          </p>
        </EmptyState>
      ) : null}
      {page === 1 && total > 1 ? (
        <LetterPicture agent={agent} correspondents={correspondents.slice(0, pictured)} />
      ) : null}
      {total > 0 ? <CorrespondentTable agent={agent} correspondents={correspondents} /> : null}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) => pageHref(correspondentsHref(agent.slug), number)}
      />
    </>
  );
}
