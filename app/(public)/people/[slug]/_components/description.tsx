import { Prose } from "@/app/_components/prose";
import { WithAside } from "@/app/_components/with-aside";
import { AgentFacts, hasFacts, type Agent } from "./agent-facts";

/** An agent's history with the facts beside it; nothing where no more than a name is known. */
export function Description({ agent }: { agent: Agent }) {
  if (!agent.biographicalHistory && !hasFacts(agent)) return null;
  return (
    <WithAside aside={<AgentFacts agent={agent} />}>
      {agent.biographicalHistory ? (
        <section aria-labelledby="history">
          <h2 id="history" className="visually-hidden">
            History
          </h2>
          <Prose text={agent.biographicalHistory} />
        </section>
      ) : null}
    </WithAside>
  );
}
