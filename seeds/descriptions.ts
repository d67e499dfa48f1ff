import type { Transaction } from "@/db/client";
import { blankDescription, type RecordDescription } from "@/db/queries/record-description";
import { classifications, documentTypes, rights } from "@/db/schema";
import type { SeededAuthorities } from "./authorities";
import { readSeedText, type AboutSeed, type ListedSeed } from "./data";

/** Everything a record of the seed can point at, by key or name. */
export type SeededTargets = SeededAuthorities & {
  readonly collections: ReadonlyMap<string, number>;
  readonly documentTypes: ReadonlyMap<string, number>;
  readonly classifications: ReadonlyMap<string, number>;
  readonly rights: ReadonlyMap<string, number>;
};

type Ids = ReadonlyMap<string, number>;

/** The ids of the controlled lists by name. */
export async function findVocabularyIds(tx: Transaction) {
  const byName = (rows: readonly { id: number; name: string }[]): Ids =>
    new Map(rows.map(({ id, name }) => [name, id]));
  return {
    documentTypes: byName(
      await tx.select({ id: documentTypes.id, name: documentTypes.name }).from(documentTypes),
    ),
    classifications: byName(
      await tx.select({ id: classifications.id, name: classifications.name }).from(classifications),
    ),
    rights: byName(await tx.select({ id: rights.id, name: rights.name }).from(rights)),
  };
}

/** The id of a name in the seed's data. Throws for a name that the data uses and nowhere defines. */
export function idIn(ids: Ids, name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The seed names "${name}", which it does not have.`);
  return id;
}

const links = (ids: Ids, names: readonly string[]) => names.map((name) => ({ id: idIn(ids, name) }));

/** The description of an entry of the listing: its own words unchanged, and our headings around them. */
export function describeListed(seed: ListedSeed, to: SeededTargets, records: Ids): RecordDescription {
  return {
    ...blankDescription(seed.title),
    ...describeCommon(seed, to, records),
    dateExpression: seed.dateExpression,
    dateEdtf: seed.dateEdtf,
    eventDateEdtf: seed.eventDateEdtf ?? null,
    note: "Described from a listing: title, summary and date stand as they were found there. The text of the document is not held here.",
    rights: { id: idIn(to.rights, "Copyright Not Evaluated") },
    agents: seed.agents.map(({ role, agent, nameAsWritten }) => ({
      id: idIn(to.agents, agent),
      role,
      nameAsWritten: nameAsWritten ?? null,
    })),
    places: seed.places.map((place) => ({ id: idIn(to.places, place), role: "about" })),
    classifications: links(to.classifications, seed.classifications),
    collections: links(to.collections, ["cuba"]),
  };
}

/** The description of one of the archive's own records, with its texts. */
export async function describeAbout(
  seed: AboutSeed,
  to: SeededTargets,
  records: Ids,
): Promise<RecordDescription> {
  const texts = seed.texts.map(async ({ file, sourceNote, notes, ...text }) => ({
    ...text,
    id: null,
    creditAgent: null,
    credit: null,
    sourceNote: sourceNote ?? null,
    html: await readSeedText(file),
    notes: notes.map((note, index) => ({ number: index + 1, ...note })),
  }));
  return {
    ...blankDescription(seed.title),
    ...describeCommon(seed, to, records),
    dateExpression: seed.dateExpression ?? null,
    dateEdtf: seed.dateEdtf ?? null,
    extent: seed.extent ?? null,
    rights: { id: idIn(to.rights, "CC0 1.0 Universal") },
    titles: seed.titles,
    agents: [{ id: idIn(to.agents, "open-history-archive"), role: "author", nameAsWritten: null }],
    collections: links(to.collections, ["about"]),
    texts: await Promise.all(texts),
  };
}

function describeCommon(seed: ListedSeed | AboutSeed, to: SeededTargets, records: Ids) {
  return {
    summary: seed.summary,
    curatorNote: seed.curatorNote ?? null,
    documentTypes: links(to.documentTypes, seed.types),
    languages: seed.languages.map((id) => ({ id })),
    subjects: links(to.subjects, seed.subjects),
    relations: seed.relations.map(({ to: key, kind, note }) => ({
      relatedId: idIn(records, key),
      kind,
      note,
    })),
  };
}
