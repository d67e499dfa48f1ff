import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { RecordSection } from "@/app/_components/record-section";
import { YearChart } from "@/app/_components/year-chart";
import { agentHref, hrefWith } from "@/lib/archive/hrefs";
import { agentKindLabels } from "@/lib/archive/labels";
import { choiceOf, listViewOf, type ListQuery } from "@/lib/archive/list-query";
import { agentRoles } from "@/lib/archive/vocabulary";
import { loadAgent, loadPortrait } from "@/lib/agents/loaders";
import { roleLinks, sectionLinks } from "@/lib/agents/view";
import { listCanonical } from "@/lib/record-lists/view";
import { AgentPlaces } from "./_components/agent-places";
import { AgentSubjects } from "./_components/agent-subjects";
import { Companions } from "./_components/companions";
import { Correspondents } from "./_components/correspondents";
import { Description } from "./_components/description";

type Properties = PageProps<"/people/[slug]">;

const load = async (slug: string, query: ListQuery) =>
  loadAgent(slug, choiceOf(query, "role", agentRoles), ...listViewOf(query));

export async function generateMetadata({ params, searchParams }: Properties) {
  const query = await searchParams;
  const { name, description, slug, list, roles } = await load((await params).slug, query);
  return {
    title: name,
    description: description ?? `Records of ${name}`,
    alternates: { canonical: listCanonical(agentHref(slug), list) },
    // An entry that no record names helps the reader who has its address, and nobody who searches the web.
    ...(roles.length === 0 ? { robots: { index: false } } : {}),
  };
}

export default async function AgentPage({ params, searchParams }: Properties) {
  const query = await searchParams;
  const agent = await load((await params).slug, query);
  const portrait = await loadPortrait(agent.id);
  const role = choiceOf(query, "role", agentRoles);
  const links = roleLinks(agent.slug, role, agent.roles);
  const sections = sectionLinks(portrait, agent.list.total);
  return (
    <>
      <PageHeading
        title={agent.name}
        kicker={agentKindLabels[agent.kind].one}
        lead={agent.description}
        trail={[{ label: "People and organisations", href: "/people" }]}
      >
        {sections.length > 1 ? <LinkRow label="On this page" links={sections} /> : null}
      </PageHeading>
      <Description agent={agent} />
      <YearChart
        years={portrait.years}
        hrefOf={(year) => `${hrefWith(agentHref(agent.slug), { year })}#records`}
        chosen={agent.list.year}
      />
      <Correspondents agent={agent} portrait={portrait} />
      <AgentPlaces name={agent.name} places={portrait.places} />
      <AgentSubjects subjects={portrait.subjects} />
      <Companions slug={agent.slug} companions={portrait.companions} />
      <RecordSection
        list={agent.list}
        path={agentHref(agent.slug)}
        query={{ role }}
        within={{ label: `Search within the records of ${agent.name}`, facet: "person", value: agent.slug }}
        above={links.length > 0 ? <LinkRow label="Role" links={links} /> : null}
      />
    </>
  );
}
