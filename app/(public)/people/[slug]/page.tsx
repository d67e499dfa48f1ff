import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { Prose } from "@/app/_components/prose";
import { RecordSection } from "@/app/_components/record-section";
import { WithAside } from "@/app/_components/with-aside";
import { agentHref } from "@/lib/archive/hrefs";
import { agentKindLabels } from "@/lib/archive/labels";
import { choiceOf, listViewOf, type ListQuery } from "@/lib/archive/list-query";
import { agentRoles } from "@/lib/archive/vocabulary";
import { loadAgent, loadPortrait } from "@/lib/agents/loaders";
import { roleLinks, sectionLinks } from "@/lib/agents/view";
import { listCanonical } from "@/lib/record-lists/view";
import { AgentFacts } from "./_components/agent-facts";
import { Companions } from "./_components/companions";
import { Correspondents } from "./_components/correspondents";
import { Topics } from "./_components/topics";
import { YearChart } from "./_components/year-chart";

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
        trail={[
          { label: "Home", href: "/" },
          { label: "People and organisations", href: "/people" },
        ]}
      >
        {sections.length > 1 ? <LinkRow label="On this page" links={sections} /> : null}
      </PageHeading>
      <WithAside aside={<AgentFacts agent={agent} />}>
        {agent.biographicalHistory ? (
          <section aria-labelledby="history">
            <h2 id="history" className="visually-hidden">
              History
            </h2>
            <Prose text={agent.biographicalHistory} />
          </section>
        ) : null}
        <YearChart slug={agent.slug} years={portrait.years} chosen={agent.list.year} />
      </WithAside>
      <Correspondents agent={agent} portrait={portrait} />
      <Topics portrait={portrait} name={agent.name} />
      <Companions slug={agent.slug} companions={portrait.companions} />
      <RecordSection
        list={agent.list}
        path={agentHref(agent.slug)}
        query={{ role }}
        above={links.length > 0 ? <LinkRow label="Role" links={links} /> : null}
      />
    </>
  );
}
