import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { RecordSection } from "@/app/_components/record-section";
import { pairModes } from "@/lib/archive/agent-lists";
import { agentHref, correspondentsHref, pairHref } from "@/lib/archive/hrefs";
import { choiceOf, listViewOf, type ListQuery } from "@/lib/archive/list-query";
import { loadPair } from "@/lib/agents/loaders";
import { pairLinks } from "@/lib/agents/view";
import { listCanonical } from "@/lib/record-lists/view";

type Properties = PageProps<"/people/[slug]/with/[other]">;

const load = ({ slug, other }: { slug: string; other: string }, query: ListQuery) =>
  loadPair(slug, other, choiceOf(query, "show", pairModes), ...listViewOf(query));

export async function generateMetadata({ params, searchParams }: Properties) {
  const { agent, other, list } = await load(await params, await searchParams);
  // The records between two are the same from either side; one of the two addresses stands for both.
  const [first = "", second = ""] = [agent.slug, other.slug].toSorted();
  return {
    title: `${agent.name} and ${other.name}`,
    description: `The records between ${agent.name} and ${other.name}.`,
    alternates: { canonical: listCanonical(pairHref(first, second), list) },
  };
}

export default async function PairPage({ params, searchParams }: Properties) {
  const { agent, other, counts, usual, mode, list } = await load(await params, await searchParams);
  const path = pairHref(agent.slug, other.slug);
  return (
    <>
      <PageHeading
        title={`${agent.name} and ${other.name}`}
        kicker={mode === "together" ? "Named in the same records" : "Correspondence"}
        trail={[
          { label: "People and organisations", href: "/people" },
          { label: agent.name, href: agentHref(agent.slug) },
          ...(counts.letters > 0 ? [{ label: "Correspondents", href: correspondentsHref(agent.slug) }] : []),
        ]}
      >
        <LinkRow
          label="The two"
          links={[agent, other].map(({ slug, name }) => ({
            href: agentHref(slug),
            label: name,
            isCurrent: false,
          }))}
        />
      </PageHeading>
      <RecordSection
        list={list}
        path={path}
        query={{ show: mode === usual ? null : mode }}
        above={
          <LinkRow
            label="Which records"
            links={pairLinks(path, [agent.name, other.name], counts, { mode, usual })}
          />
        }
      />
    </>
  );
}
