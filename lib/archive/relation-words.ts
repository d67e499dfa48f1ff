import type { RelationKind } from "./vocabulary";

const words: Record<RelationKind, { readonly forward: string; readonly backward: string }> = {
  attachment_of: { forward: "Attachment of", backward: "Has attachment" },
  reply_to: { forward: "Reply to", backward: "Answered by" },
  same_meeting_as: { forward: "Same meeting as", backward: "Same meeting as" },
  other_release_of: { forward: "Another release of", backward: "Another release of" },
  cites: { forward: "Cites", backward: "Cited by" },
  related: { forward: "See also", backward: "See also" },
};

/** A relation in words, read from the record whose page it stands on. */
export const relationInWords = (kind: RelationKind, direction: "forward" | "backward") =>
  words[kind][direction];

/** Relations that read the same from both sides. */
export const isMutual = (kind: RelationKind): boolean => words[kind].forward === words[kind].backward;
