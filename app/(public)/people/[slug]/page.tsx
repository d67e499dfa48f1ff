import { Fact, Facts } from "@/app/_components/facts";
import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { Prose } from "@/app/_components/prose";
import { RecordSection } from "@/app/_components/record-section";
import { WithAside } from "@/app/_components/with-aside";
import { agentHref } from "@/lib/archive/hrefs";
import { agentKindLabels, nameSchemeLabels } from "@/lib/archive/labels";
import { choiceOf, listViewOf, type ListQuery } from "@/lib/archive/list-query";
import { agentRoles } from "@/lib/archive/vocabulary";
import { loadAgent } from "@/lib/agents/loaders";
import { existenceInWords, roleLinks } from "@/lib/agents/view";
import { listCanonical } from "@/lib/record-lists/view";

type Properties = PageProps<"/people/[slug]">;

const load = async (slug: string, query: ListQuery) =>
  loadAgent(slug, choiceOf(query, "role", agentRoles), ...listViewOf(query));

export async function generateMetadata({ params, searchParams }: Properties) {
  const query = await searchParams;
  const { name, description, slug, list } = await load((await params).slug, query);
  return {
    title: name,
    description: description ?? `Records of ${name}`,
    alternates: { canonical: listCanonical(agentHref(slug), list) },
  };
}

export default async function AgentPage({ params, searchParams }: Properties) {
  const query = await searchParams;
  const agent = await load((await params).slug, query);
  const role = choiceOf(query, "role", agentRoles);
  const links = roleLinks(agent.slug, role, agent.roles);
  return (
    <>
      <PageHeading
        title={agent.name}
        kicker={agentKindLabels[agent.kind].one}
        lead={agent.description}
        trail={[{ label: "People and organisations", href: "/people" }]}
      />
      <WithAside
        aside={
          <Facts>
            <Fact label={agent.kind === "person" ? "Life" : "Existed"}>
              {existenceInWords(agent.existenceEdtf)}
            </Fact>
            <Fact label={agent.names.length > 1 ? "Other names" : "Other name"}>
              {agent.names.map(({ name, scheme, languageCode, direction }) => (
                <span key={name}>
                  <span lang={languageCode ?? undefined} dir={direction ?? undefined}>
                    {name}
                  </span>
                  {scheme === "variant" ? null : <small> {nameSchemeLabels[scheme]}</small>}
                </span>
              ))}
            </Fact>
            <Fact label="Elsewhere">
              {agent.wikidataId ? (
                <a href={`https://www.wikidata.org/wiki/${agent.wikidataId}`}>Wikidata {agent.wikidataId}</a>
              ) : null}
              {agent.viafId ? (
                <a href={`https://viaf.org/viaf/${agent.viafId}`}>VIAF {agent.viafId}</a>
              ) : null}
            </Fact>
          </Facts>
        }
      >
        {agent.biographicalHistory ? (
          <section aria-labelledby="history">
            <h2 id="history" className="visually-hidden">
              History
            </h2>
            <Prose text={agent.biographicalHistory} />
          </section>
        ) : null}
      </WithAside>
      <RecordSection
        list={agent.list}
        path={agentHref(agent.slug)}
        query={{ role }}
        above={links.length > 0 ? <LinkRow label="Role" links={links} /> : null}
      />
    </>
  );
}
