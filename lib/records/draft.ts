import { z } from "zod";
import type { RecordDescription } from "@/db/queries/record-description";
import { agentKinds, placeKinds } from "@/lib/archive/vocabulary";
import { readable } from "@/lib/form-fields";
import { nestedValues } from "@/lib/form-state";
import {
  linkListNames,
  linkLists,
  rowListNames,
  textFieldNames,
  type LinkListName,
  type RowListName,
  type TextFieldName,
} from "./fields";
import { linesOfNotes } from "./note-lines";

/** A missing or strange value is a blank one: the draft is what was typed, whether or not it makes sense. */
const typed = z.string().transform(readable).catch("");
const mostRows = 2000;
const rows = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .array(z.object(shape))
    .catch([])
    .transform((list) => list.slice(0, mostRows));

const linkRow = { id: typed, name: typed, role: typed, nameAsWritten: typed };
/** The entry that is being added to a list: what was typed, as what, and which of the offered entries was chosen. */
const addition = z
  .object({ text: typed, role: typed, kind: typed, choice: typed })
  .catch({ text: "", role: "", kind: "", choice: "" });

const each = <Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;

const draftSchema = z.object({
  ...each(textFieldNames, () => typed),
  ...each(linkListNames, () => rows(linkRow)),
  rights: typed,
  titles: rows({ languageCode: typed, title: typed }),
  references: rows({
    repository: typed,
    newRepository: typed,
    raw: typed,
    fonds: typed,
    series: typed,
    file: typed,
    folios: typed,
    folioFrom: typed,
    folioTo: typed,
  }),
  relations: rows({ kind: typed, related: typed, relatedId: typed, relatedTitle: typed, note: typed }),
  texts: rows({
    id: typed,
    kind: typed,
    languageCode: typed,
    method: typed,
    creditAgent: typed,
    creditAgentName: typed,
    credit: typed,
    sourceNote: typed,
    html: typed,
    notes: typed,
  }),
  adding: z
    .object(each(linkListNames, () => addition))
    .catch(() => each(linkListNames, (): Addition => ({ text: "", role: "", kind: "", choice: "" }))),
});

/** The choice that stands for "none of these, enter it anew". */
export const newEntryChoice = "new";

export type Addition = { text: string; role: string; kind: string; choice: string };
/** A record form as it was typed: texts all through, in the shape of the field names. */
export type RecordDraft = z.output<typeof draftSchema>;
export type LinkRow = RecordDraft["agents"][number];

/** Reads a posted record form; nothing is judged yet. */
export const readDraft = (posted: FormData): RecordDraft => draftSchema.parse(nestedValues(posted));

const text = (value: string | number | null | undefined): string => (value ?? "").toString();

type Linked = { id: string | number; name?: string; role?: string; nameAsWritten?: string | null };

/** The form of a description as it stands. */
export function draftOf(description: RecordDescription): RecordDraft {
  const link = (entry: Linked): LinkRow => ({
    id: text(entry.id),
    name: text(entry.name),
    role: text(entry.role),
    nameAsWritten: text(entry.nameAsWritten),
  });
  return {
    ...each(textFieldNames, (name: TextFieldName) => text(description[name])),
    ...each(linkListNames, (name: LinkListName) => description[name].map(link)),
    rights: text(description.rights?.id),
    titles: description.titles.map((title) => ({ ...title })),
    references: description.references.map((reference) => ({
      repository: text(reference.repository?.id),
      newRepository: "",
      raw: reference.raw,
      fonds: text(reference.fonds),
      series: text(reference.series),
      file: text(reference.file),
      folios: text(reference.folios),
      folioFrom: text(reference.folioFrom),
      folioTo: text(reference.folioTo),
    })),
    relations: description.relations.map(({ kind, relatedId, note }) => ({
      kind,
      related: text(relatedId),
      relatedId: text(relatedId),
      relatedTitle: "",
      note: text(note),
    })),
    texts: description.texts.map((one) => ({
      id: text(one.id),
      kind: one.kind,
      languageCode: one.languageCode,
      method: one.method,
      creditAgent: text(one.creditAgent?.id),
      creditAgentName: text(one.creditAgent?.name),
      credit: text(one.credit),
      sourceNote: text(one.sourceNote),
      html: one.html,
      notes: linesOfNotes(one.notes),
    })),
    adding: each(linkListNames, blankAddition),
  };
}

/** An addition nobody has typed yet, with the usual role and kind chosen. */
export function blankAddition(name: LinkListName): Addition {
  const kind = { agents: agentKinds[0], places: placeKinds[3], subjects: "" } as Partial<
    Record<LinkListName, string>
  >;
  return { text: "", role: linkLists[name].roles[0] ?? "", kind: kind[name] ?? "", choice: "" };
}

const blankRows: { readonly [Name in RowListName]: RecordDraft[Name][number] } = {
  titles: { languageCode: "", title: "" },
  references: {
    repository: "",
    newRepository: "",
    raw: "",
    fonds: "",
    series: "",
    file: "",
    folios: "",
    folioFrom: "",
    folioTo: "",
  },
  relations: { kind: "related", related: "", relatedId: "", relatedTitle: "", note: "" },
  texts: {
    id: "",
    kind: "transcript",
    languageCode: "",
    method: "human",
    creditAgent: "",
    creditAgentName: "",
    credit: "",
    sourceNote: "",
    html: "",
    notes: "",
  },
};

/** A row nobody has typed in yet. */
export const blankRow = <Name extends RowListName>(name: Name) => ({ ...blankRows[name] });

/** What a button inside a list asks for: "remove:texts:1", "up:agents:0", "row:titles" (a new row), "add:agents" (the typed entry). */
export type ListIntent =
  | { verb: "remove" | "up" | "down"; list: LinkListName | RowListName; index: number }
  | { verb: "row"; list: RowListName }
  | { verb: "add"; list: LinkListName };

const isOneOf = <Name extends string>(names: readonly Name[], name: string | undefined): name is Name =>
  names.some((one) => one === name);

/** Reads the value of the pressed button; null when it is none of a list's. */
export function listIntentOf(pressed: string): ListIntent | null {
  const [verb, list, index] = pressed.split(":");
  if (verb === "add" && isOneOf(linkListNames, list)) return { verb, list };
  if (verb === "row" && isOneOf(rowListNames, list)) return { verb, list };
  if (!isOneOf(["remove", "up", "down"], verb) || !/^\d{1,4}$/.test(index ?? "")) return null;
  return isOneOf([...linkListNames, ...rowListNames], list) ? { verb, list, index: Number(index) } : null;
}

/** A list with one row removed or moved by one place; indexes outside it change nothing. */
export function rearranged<Row>(list: readonly Row[], verb: "remove" | "up" | "down", index: number): Row[] {
  const result = [...list];
  const [row] = result.splice(index, 1);
  if (row === undefined || verb === "remove") return result;
  result.splice(Math.max(0, verb === "up" ? index - 1 : index + 1), 0, row);
  return result;
}

/** The draft after a list's button was pressed; adding an entry needs the database and is done elsewhere. */
export function afterIntent(draft: RecordDraft, intent: ListIntent): RecordDraft {
  if (intent.verb === "add") return draft;
  if (intent.verb === "row")
    return { ...draft, [intent.list]: [...draft[intent.list], blankRow(intent.list)] };
  const list: readonly unknown[] = draft[intent.list];
  return { ...draft, [intent.list]: rearranged(list, intent.verb, intent.index) };
}
