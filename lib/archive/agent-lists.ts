/** The orders of the list of people; the first is the usual one. */
export const agentSorts = ["name", "records"] as const;
export type AgentSort = (typeof agentSorts)[number];

/** Records between two agents: letters either way, from the first to the second, the other way, or any that name both. */
export const pairModes = ["letters", "sent", "received", "together"] as const;
export type PairMode = (typeof pairModes)[number];

/** What a list of names can be narrowed to: a small letter of any script, and "other" for names that begin with none. */
export const initialLetter = /^(?:other|(?!\p{Lu})\p{L})$/u;
