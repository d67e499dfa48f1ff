import { index, integer, pgEnum, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { agentKinds, nameSchemes } from "@/lib/archive/vocabulary";
import { id, position, timestamps } from "./columns";
import { languages } from "./vocabularies";

export const agentKind = pgEnum("agent_kind", agentKinds);
export const nameScheme = pgEnum("name_scheme", nameSchemes);

/** The authority file of persons, organisations and families (ISAAR(CPF)). */
export const agents = pgTable(
  "agents",
  {
    id: id(),
    slug: text().notNull().unique("agents_slug_key"),
    kind: agentKind().notNull(),
    /** Preferred form in heading order: "Castro, Fidel". */
    name: text().notNull(),
    /** Life or existence dates as EDTF ("1926-08-13/2016-11-25"). */
    existenceEdtf: text(),
    /** One line that tells namesakes apart: "Soviet ambassador to Cuba, 1962–1968". */
    description: text(),
    biographicalHistory: text(),
    wikidataId: text(),
    viafId: text(),
    ...timestamps,
  },
  (t) => [
    // The A–Z list walks names in order within a kind.
    index("agents_kind_name_idx").on(t.kind, t.name),
    // Imports and pickers look for an agent of this exact name.
    index("agents_name_idx").on(t.name),
  ],
);

/** Every other form of an agent's name; search finds the agent's records by each. */
export const agentNames = pgTable(
  "agent_names",
  {
    id: id(),
    agentId: integer()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** ISO 15924 code of the script ("Cyrl"); null for Latin. */
    script: text(),
    scheme: nameScheme().notNull().default("variant"),
    languageCode: text().references(() => languages.code),
    /** The address that would be this name's own; it leads readers to the preferred name. */
    slug: text(),
    position: position(),
  },
  (t) => [
    unique("agent_names_agent_name_key").on(t.agentId, t.name),
    index("agent_names_name_idx").on(t.name),
    index("agent_names_slug_idx").on(t.slug),
  ],
);

/** The ids by which other authority files and imported sources know an agent; one agent has many, and each makes imports repeatable. */
export const agentIdentifiers = pgTable(
  "agent_identifiers",
  {
    /** Who gives the id: "gnd", "isni", or the prefix of an imported file ("frus-persons"). */
    scheme: text().notNull(),
    value: text().notNull(),
    agentId: integer()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    /** SHA-256 of the line of an authority file that described the agent under this id; null for ids that are only names for it. */
    sourceHash: text(),
  },
  (t) => [
    primaryKey({ name: "agent_identifiers_pk", columns: [t.scheme, t.value] }),
    index("agent_identifiers_agent_idx").on(t.agentId),
  ],
);
