import { sql } from "drizzle-orm";
import type { FieldChange } from "@/lib/archive/field-change";
import type { Transaction } from "../client";
import { otherDescriptions, type Candidate } from "./import-agent-matches";
import type { AgentEntry } from "./import-agents";

/** What an authority file may say of an agent. */
export type AgentFields = {
  readonly name: string;
  /** EDTF interval. */
  readonly existenceEdtf: string | null;
  readonly description: string | null;
  readonly biographicalHistory: string | null;
  readonly viafId: string | null;
};

/** Who last changed a field: a curator, or an import with this note. */
type Touch = { readonly isCurators: boolean; readonly note: string | null; readonly version: number };

/** The last change of every field of every agent that has a history. */
export type Touches = ReadonlyMap<number, ReadonlyMap<string, Touch>>;

const fieldNames = ["name", "existenceEdtf", "description", "biographicalHistory", "viafId"] as const;

/** Who last changed which field of these agents. The field "" stands for the agent's last change of all. */
export async function findTouches(tx: Transaction, agentIds: readonly number[]): Promise<Touches> {
  const rows = await tx.execute<{
    id: number;
    fields: string[];
    isCurators: boolean;
    note: string | null;
    version: number;
  }>(sql`
    select entity_id as id, array(select c ->> 'field' from jsonb_array_elements(changes) c) as fields,
      user_id is not null as "isCurators", note, version
    from revisions where entity = 'agent' and entity_id = any(${sql.param([...agentIds])}::integer[])
    order by id
  `);
  const touches = new Map<number, Map<string, Touch>>();
  for (const { id, fields, ...touch } of rows) {
    const agent = touches.get(id) ?? new Map<string, Touch>();
    for (const field of ["", ...fields]) agent.set(field, touch);
    touches.set(id, agent);
  }
  return touches;
}

/**
 * What an entry may write: a field that is empty and that nobody emptied, and one that this very entry wrote last. The name of an
 * agent that only records have named so far counts as empty.
 */
export function fieldsToWrite(entry: AgentEntry, target: Candidate, touches: Touches) {
  const history = touches.get(target.id);
  const isOurs = (field: (typeof fieldNames)[number]) => {
    const touch = history?.get(field);
    if (touch)
      return (
        !touch.isCurators && !entry.fillsGapsOnly && touch.note?.endsWith(`(${entry.identifier})`) === true
      );
    if (field !== "name") return target[field] === null;
    return !target.isSeeded && !entry.fillsGapsOnly && otherDescriptions(target, entry).length === 0;
  };
  const changes: FieldChange[] = [];
  const fields: { -readonly [Field in keyof AgentFields]?: AgentFields[Field] } = {};
  for (const field of fieldNames) {
    const value = entry[field];
    if (value === target[field] || !isOurs(field) || (value === null && target[field] === null)) continue;
    changes.push({ field, before: target[field], after: value });
    Object.assign(fields, { [field]: value });
  }
  return { fields, changes, version: (history?.get("")?.version ?? 0) + 1 };
}
