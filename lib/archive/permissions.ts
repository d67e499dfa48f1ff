import type { Curator } from "./curator";
import type { RecordStatus, UserRole } from "./vocabulary";

/** Every action of the desk and the roles that may do it: the one table that the data layer, the pages and the tests read. */
export const permissions = {
  "record.read-unpublished": ["administrator", "editor", "contributor", "viewer"],
  "record.describe": ["administrator", "editor", "contributor"],
  "record.describe-published": ["administrator", "editor"],
  "record.publish": ["administrator", "editor"],
  "record.withdraw": ["administrator", "editor"],
  "authority.create": ["administrator", "editor", "contributor"],
  "authority.describe": ["administrator", "editor"],
  "collection.describe": ["administrator", "editor"],
  "search.mend": ["administrator", "editor"],
  "search.save": ["administrator", "editor", "contributor"],
  "search.change-others": ["administrator", "editor"],
  "user.manage": ["administrator"],
} as const satisfies Record<string, readonly UserRole[]>;

export type Action = keyof typeof permissions;

/** What changing the description of a record in this status takes; a withdrawn record was public and keeps its address. */
export const rightToDescribe = (status: RecordStatus | null): Action =>
  status === "published" || status === "withdrawn" ? "record.describe-published" : "record.describe";

/** Who does something: a proven curator, or the archive itself (seed, import, worker). */
export type Actor = Curator | "archive";

/** Whether the actor may do it. */
export function may(actor: Actor, action: Action): boolean {
  const allowed: readonly UserRole[] = permissions[action];
  return actor === "archive" || allowed.includes(actor.role);
}

/** Thrown by the data layer when a proof does not cover the action; the pages never offer what ends here. */
export class NotPermitted extends Error {
  readonly action: Action;

  constructor(action: Action) {
    super(`This account may not do that (${action}).`);
    this.name = "NotPermitted";
    this.action = action;
  }
}

/** Throws `NotPermitted` unless the actor may do it. */
export function assertMay(actor: Actor, action: Action) {
  if (!may(actor, action)) throw new NotPermitted(action);
}

/** The id that revisions name; null for the archive itself. */
export const actorId = (actor: Actor): number | null => (actor === "archive" ? null : actor.id);
