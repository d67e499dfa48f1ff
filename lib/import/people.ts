import type { AuthorityWish, PersonWish } from "@/db/commands/import-wishes";
import type { Authorities } from "@/db/commands/import-authorities";
import { surnameWarning } from "@/db/commands/import-person-names";
import type { RecordDescription } from "@/db/queries/record-description";
import type { AgentRole } from "@/lib/archive/vocabulary";
import type { RecordLine } from "./record-line";
import { isObject } from "./remarks";

type AgentLink = RecordDescription["agents"][number];

/** The file that `people_ids` come from; authority files say which of their people each of its ids means. */
const personScheme = "frus-persons";

/** "N. N." (nomen nescio) is how editions write that they do not know the name. */
const isNobody = (name: string) => /^n\.? ?n\.?$/i.test(name);

/** Roles of a creator that make an author of him; of the others ("after", "studio of") the work is only in some way. */
const authorRoles = new Set(["artist", "author", "creator", "attributed to", "with"]);

/** Every person and organisation that the line names. */
export function agentWishes(record: RecordLine): AuthorityWish[] {
  return [
    ...record.people.map((name, index) => listed(record, name, index)),
    ...record.creators
      .filter((name) => headingFor(name, record.people) === null && !isNobody(name))
      .map((name) => alone(record, name)),
    ...record.recipients
      .filter((name) => headingFor(name, record.people) === null && !isNobody(name))
      .map((name) => alone(record, name)),
    ...record.organizations.map((name) => ({ kind: "organisation", name }) as const),
  ];
}

/** Who made, received and is named in the document, each with the name as the line writes it where ours is another. */
export function agentsOf(record: RecordLine, found: Authorities): AgentLink[] {
  const link = (wish: PersonWish | { kind: "organisation"; name: string }, role: AgentRole, name: string) => {
    const agent = found.agent(wish);
    return { ...agent, role, nameAsWritten: agent.name === name ? null : name };
  };
  const named = (name: string, role: AgentRole, words = name) => {
    const heading = headingFor(name, record.people);
    const wish =
      heading === null ? alone(record, name) : listed(record, heading, record.people.indexOf(heading));
    return link(wish, role, words);
  };
  return [
    ...record.creators.flatMap((name, index) => {
      if (isNobody(name)) return [];
      const as = hasRoles(record) ? record.creator_roles[index] : undefined;
      if (as === undefined || as === "artist") return [named(name, "author")];
      return [named(name, authorRoles.has(as) ? "author" : "contributor", `${as} ${name}`)];
    }),
    ...record.recipients.filter((name) => !isNobody(name)).map((name) => named(name, "recipient")),
    ...record.people.map((name, index) => link(listed(record, name, index), "mentioned", name)),
    ...record.organizations.map((name) => link({ kind: "organisation", name }, "mentioned", name)),
  ];
}

const hasRoles = ({ creators, creator_roles: roles }: RecordLine) => roles.length === creators.length;

function listed(record: RecordLine, name: string, index: number): PersonWish {
  const id = record.people_ids[index];
  return {
    kind: "person",
    name,
    ...(id ? { identifier: `${personScheme}:${id}` } : { among: record.authority_ids }),
  };
}

function alone(record: RecordLine, name: string): PersonWish {
  const { creators, creator_nationality: nationalities, authority_ids: among } = record;
  const index = creators.indexOf(name);
  const description = nationalities.length === creators.length ? (nationalities[index] ?? null) : null;
  if (/[\s,]/.test(name)) return { kind: "person", name, among, description };
  return {
    kind: "person",
    name,
    among,
    isSurname: true,
    volume: volumeOf(record),
    // Artists are known by one name.
    description: description ?? (isObject(record) ? null : surnameWarning),
  };
}

/** What the ids of a volume's documents begin with, and the ids of its list of people too. */
function volumeOf({ id }: RecordLine): string | null {
  const end = id.indexOf("/");
  return end > 0 ? id.slice(0, end) : null;
}

/**
 * The person of the same document whom a bare surname means: "Lansing" is "Lansing, Robert" where the document names one
 * Lansing. Null when it names none or several.
 */
function headingFor(name: string, people: readonly string[]): string | null {
  if (people.includes(name)) return name;
  const matches = people.filter((heading) => heading.startsWith(`${name},`));
  return matches.length === 1 ? (matches[0] ?? null) : null;
}
