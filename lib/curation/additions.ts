import { describeNewAuthority } from "@/db/commands/authorities";
import { enterVocabulary } from "@/db/commands/vocabulary-entries";
import { findCandidates, findRecordsByAddress, type Candidate } from "@/db/queries/pickers";
import type { Curator } from "@/lib/archive/curator";
import { agentKinds, placeKinds } from "@/lib/archive/vocabulary";
import { settleCaches } from "@/lib/cache/expire";
import { may } from "@/lib/archive/permissions";
import {
  blankAddition,
  newEntryChoice,
  type Addition,
  type LinkRow,
  type RecordDraft,
} from "@/lib/records/draft";
import { linkLists, type LinkListName } from "@/lib/records/fields";

/** Entries offered for a typed name that did not name exactly one, and whether it may be entered anew. */
type Offer = { readonly candidates: readonly Candidate[]; readonly mayCreate: boolean };
export type Offers = { readonly [Name in LinkListName]?: Offer };

const mostOffered = 8;

type Resolved = { draft: RecordDraft; offers: Offers };

/**
 * Turns what is typed in a list's add field into a row: the chosen entry, the only one of exactly this name or variant, or a new
 * one if that was chosen. Otherwise the draft stays and the entries that come close are offered.
 */
export async function resolveAddition(
  draft: RecordDraft,
  list: LinkListName,
  by: Curator,
): Promise<Resolved> {
  const addition = draft.adding[list];
  const typed = addition.text.trim();
  if (!typed) return { draft, offers: {} };
  const { picker } = linkLists[list];
  if (addition.choice === newEntryChoice) {
    const entry = await createEntry(list, typed, addition.kind, by);
    if (entry) return { draft: withRow(draft, list, entry, addition), offers: {} };
  }
  const candidates = await findCandidates(picker, typed, mostOffered);
  const exact = candidates.filter(({ isExact }) => isExact);
  const chosen =
    candidates.find(({ id }) => id === addition.choice) ?? (exact.length === 1 ? exact[0] : undefined);
  if (chosen) return { draft: withRow(draft, list, chosen, addition), offers: {} };
  return { draft, offers: { [list]: { candidates, mayCreate: exact.length === 0 && mayCreate(list, by) } } };
}

/** The same for every list of the form, as a save needs it. */
export async function resolveAllAdditions(draft: RecordDraft, by: Curator): Promise<Resolved> {
  let resolved: Resolved = { draft, offers: {} };
  for (const list of Object.keys(linkLists) as LinkListName[]) {
    const next = await resolveAddition(resolved.draft, list, by);
    resolved = { draft: next.draft, offers: { ...resolved.offers, ...next.offers } };
  }
  return resolved;
}

function withRow(
  draft: RecordDraft,
  list: LinkListName,
  entry: { id: string; name: string },
  { role }: Addition,
): RecordDraft {
  const row: LinkRow = { id: entry.id, name: entry.name, role, nameAsWritten: "" };
  const isThere = draft[list].some((one) => one.id === row.id && one.role === row.role);
  return {
    ...draft,
    [list]: isThere ? draft[list] : [...draft[list], row],
    adding: { ...draft.adding, [list]: blankAddition(list) },
  };
}

/** Whether this curator may enter a new name in a list on the spot. */
export function mayCreate(list: LinkListName, by: Curator): boolean {
  if (linkLists[list].newKinds === null) return false;
  return may(by, list === "collections" ? "collection.describe" : "authority.create");
}

/** Enters a name that no list has yet, as briefly as can be; null when the list takes no such entry or the name is taken. */
export async function createEntry(
  list: LinkListName,
  name: string,
  kind: string,
  by: Curator,
): Promise<{ id: string; name: string } | null> {
  if (!mayCreate(list, by)) return null;
  const created = await describeEntry(list, name, kind, by);
  return created === null ? null : { id: String(created), name };
}

async function describeEntry(list: LinkListName, name: string, kind: string, by: Curator) {
  switch (list) {
    case "agents":
      return idOf(
        await describeNewAuthority("agent", { ...blankAgent, name, kind: oneOf(agentKinds, kind) }, by),
      );
    case "places":
      return idOf(
        await describeNewAuthority("place", { ...blankPlace, name, kind: oneOf(placeKinds, kind) }, by),
      );
    case "subjects":
      return idOf(
        await describeNewAuthority("subject", { slug: null, name, parent: null, scopeNote: null }, by),
      );
    case "collections":
      return idOf(await describeNewAuthority("collection", { ...blankCollection, name }, by));
    case "documentTypes":
      return (await enterVocabulary("documentType", name, by)).id;
    case "donors":
      return (await enterVocabulary("donor", name, by)).id;
    case "publishers":
      return (await enterVocabulary("publisher", name, by)).id;
    case "languages":
    case "classifications":
      return null;
  }
}

const oneOf = <Kind extends string>(kinds: readonly [Kind, ...Kind[]], kind: string): Kind =>
  kinds.find((one) => one === kind) ?? kinds[0];

async function idOf(
  change: { ok: true; id: number; tags: string[] } | { ok: false },
): Promise<number | null> {
  if (!change.ok) return null;
  await settleCaches(change.tags);
  return change.id;
}

const blankAgent = {
  slug: null,
  names: [],
  existenceEdtf: null,
  description: null,
  biographicalHistory: null,
  wikidataId: null,
  viafId: null,
  identifiers: [],
};

const blankPlace = {
  slug: null,
  names: [],
  parent: null,
  latitude: null,
  longitude: null,
  scopeNote: null,
  wikidataId: null,
};

/** A collection made in passing is not shown to readers until somebody has described it. */
const blankCollection = {
  slug: null,
  level: "collection",
  parent: null,
  abstract: null,
  essay: null,
  position: 0,
  isPublished: false,
  isFeatured: false,
} as const;

/** Finds the related records by what was typed: a number, an address, or the end of one. */
export async function resolveRelations(draft: RecordDraft, ownId: number | null): Promise<RecordDraft> {
  const addressOf = (typed: string) =>
    typed
      .trim()
      .replace(/[?#].*$/, "")
      .replace(/\/+$/, "")
      .split("/")
      .at(-1) ?? "";
  const found = await findRecordsByAddress(draft.relations.map(({ related }) => addressOf(related)));
  const relations = draft.relations.map((relation) => {
    const address = addressOf(relation.related);
    const record = found.find(({ id, slug }) => String(id) === address || slug === address);
    const isOther = record && record.id !== ownId;
    return {
      ...relation,
      relatedId: isOther ? String(record.id) : "",
      relatedTitle: isOther ? record.title : "",
    };
  });
  return { ...draft, relations };
}

/** Finds the translators and transcribers that texts name; where several bear one name, the one chosen before stays. */
export async function resolveCredits(draft: RecordDraft): Promise<RecordDraft> {
  const texts = [];
  for (const text of draft.texts) {
    const name = text.creditAgentName.trim();
    const exact = name
      ? (await findCandidates("agent", name, mostOffered)).filter(({ isExact }) => isExact)
      : [];
    const chosen =
      exact.find(({ id }) => id === text.creditAgent) ?? (exact.length === 1 ? exact[0] : undefined);
    texts.push({ ...text, creditAgent: chosen?.id ?? "" });
  }
  return { ...draft, texts };
}

/** Makes the repositories that were typed as new ones, unless one already goes by that name. */
export async function resolveRepositories(draft: RecordDraft, by: Curator): Promise<RecordDraft> {
  const references = [];
  for (const reference of draft.references) {
    const name = reference.newRepository.trim();
    const repository = name ? await repositoryNamed(name, by) : null;
    references.push(repository === null ? reference : { ...reference, repository, newRepository: "" });
  }
  return { ...draft, references };
}

async function repositoryNamed(name: string, by: Curator): Promise<string | null> {
  const [known] = await findCandidates("repository", name, 1);
  if (known?.isExact) return known.id;
  const created = await idOf(
    await describeNewAuthority(
      "repository",
      { slug: null, name, abbreviation: null, otherNames: [], place: null, uri: null, description: null },
      by,
    ),
  );
  return created === null ? null : String(created);
}
