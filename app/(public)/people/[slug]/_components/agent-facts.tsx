import { Fact, Facts } from "@/app/_components/facts";
import { identifierLink } from "@/lib/archive/identifiers";
import { nameSchemeLabels } from "@/lib/archive/labels";
import type { loadAgent } from "@/lib/agents/loaders";
import { existenceInWords, scriptInWords } from "@/lib/agents/view";

export type Agent = Awaited<ReturnType<typeof loadAgent>>;

/** Dates, names in every script and ids elsewhere. */
export function AgentFacts({ agent }: { agent: Agent }) {
  const { kind, existenceEdtf, names } = agent;
  return (
    <Facts>
      <Fact label={kind === "person" ? "Life" : "Existed"}>{existenceInWords(kind, existenceEdtf)}</Fact>
      <Fact label={names.length > 1 ? "Other names" : "Other name"}>
        {names.map((name) => (
          <OtherName key={name.name} {...name} />
        ))}
      </Fact>
      <Fact label="Elsewhere">
        {elsewhere(agent).map(({ label, href }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
      </Fact>
    </Facts>
  );
}

function OtherName({ name, scheme, script, language, languageCode, direction }: Agent["names"][number]) {
  const detail = [
    scheme === "variant" ? null : nameSchemeLabels[scheme],
    language,
    language === null ? scriptInWords(script) : null,
  ]
    .filter(Boolean)
    .join(", ");
  return (
    <>
      <bdi lang={languageCode ?? undefined} dir={direction ?? undefined}>
        {name}
      </bdi>
      {detail ? <small> {detail}</small> : null}
    </>
  );
}

/** Whether anything is known of an agent but its name. */
export const hasFacts = (agent: Agent): boolean =>
  agent.existenceEdtf !== null || agent.names.length > 0 || elsewhere(agent).length > 0;

const elsewhere = ({ wikidataId, viafId, identifiers }: Agent) => [
  ...(wikidataId
    ? [{ label: `Wikidata ${wikidataId}`, href: `https://www.wikidata.org/wiki/${wikidataId}` }]
    : []),
  ...(viafId ? [{ label: `VIAF ${viafId}`, href: `https://viaf.org/viaf/${viafId}` }] : []),
  ...identifiers.flatMap((identifier) => identifierLink(identifier) ?? []),
];
