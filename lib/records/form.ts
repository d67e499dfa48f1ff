import { z } from "zod";
import type { RecordDescription } from "@/db/queries/record-description";
import { textFromHtml, textFromPlain } from "@/lib/archive/text-html";
import { parseReference } from "@/lib/archive/archival-reference";
import {
  agentRoles,
  placeRoles,
  relationKinds,
  textKinds,
  textMethods,
  type RelationKind,
} from "@/lib/archive/vocabulary";
import { optional, optionalDate, optionalSlug, optionalWebAddress, required, tidy } from "@/lib/form-fields";
import { errorsOf, type FieldErrors } from "@/lib/form-state";
import type { RecordDraft } from "./draft";
import { reversed, reverseRelationKinds } from "./fields";
import { notesOfLines } from "./note-lines";

const chosenId = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const optionalId = z.union([z.literal("").transform(() => null), chosenId]);
const link = z.object({ id: chosenId, name: z.string() });
const codeLink = z.object({ id: z.string().min(1), name: z.string() });
const folio = tidy
  .refine((text) => /^\d{0,7}$/.test(text), { error: "Write a number of a page or folio." })
  .transform((text) => (text ? Number(text) : null));

/** A body is taken for HTML when it holds an element, for plain text when not. */
const body = required("The text is empty. Write it, or remove the text.").transform(
  (text) => (/<[a-z][^>]*>/i.test(text) ? textFromHtml(text) : textFromPlain(text)).html,
);

const reference = z
  .object({
    repository: optionalId,
    raw: required("Write the reference as the source words it."),
    fonds: optional,
    series: optional,
    file: optional,
    folios: optional,
    folioFrom: folio,
    folioTo: folio,
  })
  .refine(({ folioFrom, folioTo }) => folioFrom === null || folioTo === null || folioFrom <= folioTo, {
    error: "The last folio comes before the first.",
    path: ["folioTo"],
  })
  .transform(({ repository, raw, ...parts }) => ({
    repository: repository === null ? null : { id: repository },
    raw,
    ...(Object.values(parts).every((part) => part === null) ? levelsOf(raw) : parts),
  }));

/** What can be read of a reference whose parts nobody has typed. */
function levelsOf(raw: string) {
  const { repository: _, ...levels } = parseReference(raw);
  return levels;
}

/** A kind of relation and the side it is said from: as this record says it, or as the other one does. */
const relationKind = z.union([
  z.enum(relationKinds).transform((kind) => ({ kind, isReversed: false })),
  ...reverseRelationKinds.map((kind) =>
    z.literal(reversed(kind)).transform(() => ({ kind, isReversed: true })),
  ),
]);

const relation = z
  .object({ kind: relationKind, related: z.string(), relatedId: optionalId, note: optional })
  .transform(({ kind, relatedId, note }, context) => {
    if (relatedId !== null) return { ...kind, relatedId, note };
    context.addIssue({ code: "custom", path: ["related"], message: "No record has this number or address." });
    return z.NEVER;
  });

/** A relation that another record is to have to this one. */
export type ReverseRelation = {
  readonly from: number;
  readonly kind: RelationKind;
  readonly note: string | null;
};

const describedText = z
  .object({
    id: optionalId,
    kind: z.enum(textKinds),
    languageCode: required("Choose the language of the text."),
    method: z.enum(textMethods),
    creditAgent: optionalId,
    creditAgentName: tidy,
    credit: optional,
    sourceNote: optional,
    html: body,
    notes: tidy.transform(notesOfLines),
  })
  .transform(({ creditAgent, creditAgentName, ...text }, context) => {
    if (creditAgentName === "") return { ...text, creditAgent: null };
    if (creditAgent !== null) return { ...text, creditAgent: { id: creditAgent } };
    const message =
      "Nobody is entered under exactly this name. Enter them under People first, or write a credit.";
    context.addIssue({ code: "custom", path: ["creditAgentName"], message });
    return z.NEVER;
  });

const title = z.object({
  languageCode: required("Choose the language of the title."),
  title: required("Write the title, or remove it."),
});
const isSameTitle = (a: z.output<typeof title>, b: z.output<typeof title>) =>
  a.languageCode === b.languageCode && a.title === b.title;

/** What a record form must hold to be saved: a draft in, a description out. */
const recordForm = z.object({
  title: required("Give the record a title."),
  slug: optionalSlug,
  summary: optional,
  dateExpression: optional,
  dateEdtf: optionalDate,
  eventDateEdtf: optionalDate,
  receivedDateEdtf: optionalDate,
  releaseDateEdtf: optionalDate,
  sourceCitation: optional,
  sourceUri: optionalWebAddress,
  extent: optional,
  custodialHistory: optional,
  acquisitionSource: optional,
  accessConditions: optional,
  useConditions: optional,
  note: optional,
  curatorNote: optional,
  rights: optionalId.transform((id) => (id === null ? null : { id })),
  titles: z
    .array(title)
    .transform((list) => list.filter((one, at) => list.findIndex((two) => isSameTitle(one, two)) === at)),
  agents: z.array(link.extend({ role: z.enum(agentRoles), nameAsWritten: optional })),
  places: z.array(link.extend({ role: z.enum(placeRoles) })),
  subjects: z.array(link),
  collections: z.array(link),
  languages: z.array(codeLink),
  documentTypes: z.array(link),
  classifications: z.array(link),
  donors: z.array(link),
  publishers: z.array(link),
  references: z.array(reference),
  relations: z.array(relation),
  texts: z.array(describedText),
});

/** Rows in which nothing was typed are no rows. */
export function withoutBlankRows(draft: RecordDraft): RecordDraft {
  const isTyped = (row: Readonly<Record<string, string>>, ...names: string[]) =>
    names.some((name) => row[name]?.trim());
  return {
    ...draft,
    titles: draft.titles.filter((row) => isTyped(row, "title")),
    references: draft.references.filter((row) => isTyped(row, ...Object.keys(row))),
    relations: draft.relations.filter((row) => isTyped(row, "related", "note")),
    texts: draft.texts.filter((row) => isTyped(row, "id", "html", "credit", "sourceNote", "notes")),
  };
}

/**
 * The description that a draft without blank rows amounts to, with the relations that it gives to other records; or what is wrong
 * with it, field by field.
 */
export function descriptionOf(
  draft: RecordDraft,
):
  | { ok: true; description: RecordDescription; reverse: ReverseRelation[] }
  | { ok: false; errors: FieldErrors } {
  const result = recordForm.safeParse(draft);
  if (!result.success) return { ok: false, errors: errorsOf(result.error) };
  const all = result.data.relations;
  const relations = all.flatMap(({ isReversed, ...said }) => (isReversed ? [] : [said]));
  const reverse = all.flatMap(({ isReversed, kind, relatedId, note }) =>
    isReversed ? [{ from: relatedId, kind, note }] : [],
  );
  return { ok: true, description: { ...result.data, relations }, reverse };
}

/** Why a record is withdrawn; readers see it in its place. */
export const withdrawalForm = z.object({
  reason: required("Say why: readers who follow a citation will see it."),
});
