import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { identifierInWords } from "@/lib/archive/identifiers";
import type { AgentKind, CollectionLevel, NameScheme, PlaceKind } from "@/lib/archive/vocabulary";
import type { Database, Transaction } from "../client";
import {
  agentIdentifiers,
  agentNames,
  agents,
  collections,
  placeNames,
  places,
  repositories,
  subjects,
} from "../schema";

/** A link to another entry; the name is read along for people, writing ignores it. */
type Named = { readonly id: number; readonly name?: string };

export type AgentDescription = {
  readonly slug: string | null;
  readonly kind: AgentKind;
  readonly name: string;
  readonly names: readonly {
    readonly name: string;
    readonly scheme: NameScheme;
    readonly script: string | null;
    readonly languageCode: string | null;
  }[];
  readonly existenceEdtf: string | null;
  readonly description: string | null;
  readonly biographicalHistory: string | null;
  readonly wikidataId: string | null;
  readonly viafId: string | null;
  /** Ids in other authority files as curators write them: "gnd: 118562347". */
  readonly identifiers: readonly string[];
};

export type PlaceDescription = {
  readonly slug: string | null;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly names: readonly {
    readonly name: string;
    readonly script: string | null;
    readonly languageCode: string | null;
    readonly validEdtf: string | null;
  }[];
  readonly parent: Named | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly scopeNote: string | null;
  readonly wikidataId: string | null;
};

export type SubjectDescription = {
  readonly slug: string | null;
  readonly name: string;
  readonly parent: Named | null;
  readonly scopeNote: string | null;
};

export type CollectionDescription = {
  readonly slug: string | null;
  readonly level: CollectionLevel;
  readonly name: string;
  readonly parent: Named | null;
  readonly abstract: string | null;
  readonly essay: string | null;
  readonly position: number;
  readonly isPublished: boolean;
  readonly isFeatured: boolean;
};

export type RepositoryDescription = {
  readonly slug: string | null;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly otherNames: readonly string[];
  readonly place: Named | null;
  readonly uri: string | null;
  readonly description: string | null;
};

/** The kinds of entry that records link to and that have pages of their own. */
export type AuthorityDescriptions = {
  agent: AgentDescription;
  place: PlaceDescription;
  subject: SubjectDescription;
  collection: CollectionDescription;
  repository: RepositoryDescription;
};
export type AuthorityKind = keyof AuthorityDescriptions;

type Reader = Database | Transaction;
type Finders = {
  [Kind in AuthorityKind]: (from: Reader, id: number) => Promise<AuthorityDescriptions[Kind] | null>;
};

const finders: Finders = {
  agent: findAgent,
  place: findPlace,
  subject: findSubject,
  collection: findCollection,
  repository: findRepository,
};

/** The present description of an authority entry or collection; null when there is none with this id. */
export async function findAuthorityDescription<Kind extends AuthorityKind>(
  from: Reader,
  kind: Kind,
  id: number,
): Promise<AuthorityDescriptions[Kind] | null> {
  return finders[kind](from, id);
}

async function findAgent(from: Reader, id: number): Promise<AgentDescription | null> {
  const [row] = await from
    .select({
      slug: agents.slug,
      kind: agents.kind,
      name: agents.name,
      existenceEdtf: agents.existenceEdtf,
      description: agents.description,
      biographicalHistory: agents.biographicalHistory,
      wikidataId: agents.wikidataId,
      viafId: agents.viafId,
    })
    .from(agents)
    .where(eq(agents.id, id));
  if (!row) return null;
  const names = await from
    .select({
      name: agentNames.name,
      scheme: agentNames.scheme,
      script: agentNames.script,
      languageCode: agentNames.languageCode,
    })
    .from(agentNames)
    .where(eq(agentNames.agentId, id))
    .orderBy(asc(agentNames.position), asc(agentNames.id));
  const identifiers = await from
    .select({ scheme: agentIdentifiers.scheme, value: agentIdentifiers.value })
    .from(agentIdentifiers)
    .where(eq(agentIdentifiers.agentId, id))
    .orderBy(asc(agentIdentifiers.scheme), asc(agentIdentifiers.value));
  return { ...row, names, identifiers: identifiers.map(identifierInWords) };
}

async function findPlace(from: Reader, id: number): Promise<PlaceDescription | null> {
  const parents = alias(places, "parents");
  const [row] = await from
    .select({
      slug: places.slug,
      kind: places.kind,
      name: places.name,
      parent: { id: parents.id, name: parents.name },
      latitude: places.latitude,
      longitude: places.longitude,
      scopeNote: places.scopeNote,
      wikidataId: places.wikidataId,
    })
    .from(places)
    .leftJoin(parents, eq(parents.id, places.parentId))
    .where(eq(places.id, id));
  if (!row) return null;
  const names = await from
    .select({
      name: placeNames.name,
      script: placeNames.script,
      languageCode: placeNames.languageCode,
      validEdtf: placeNames.validEdtf,
    })
    .from(placeNames)
    .where(eq(placeNames.placeId, id))
    .orderBy(asc(placeNames.position), asc(placeNames.id));
  return { ...row, names };
}

async function findSubject(from: Reader, id: number): Promise<SubjectDescription | null> {
  const parents = alias(subjects, "parents");
  const [row] = await from
    .select({
      slug: subjects.slug,
      name: subjects.name,
      parent: { id: parents.id, name: parents.name },
      scopeNote: subjects.scopeNote,
    })
    .from(subjects)
    .leftJoin(parents, eq(parents.id, subjects.parentId))
    .where(eq(subjects.id, id));
  return row ?? null;
}

async function findCollection(from: Reader, id: number): Promise<CollectionDescription | null> {
  const parents = alias(collections, "parents");
  const [row] = await from
    .select({
      slug: collections.slug,
      level: collections.level,
      name: collections.title,
      parent: { id: parents.id, name: parents.title },
      abstract: collections.abstract,
      essay: collections.essay,
      position: collections.position,
      isPublished: collections.isPublished,
      isFeatured: collections.isFeatured,
    })
    .from(collections)
    .leftJoin(parents, eq(parents.id, collections.parentId))
    .where(eq(collections.id, id));
  return row ?? null;
}

async function findRepository(from: Reader, id: number): Promise<RepositoryDescription | null> {
  const [row] = await from
    .select({
      slug: repositories.slug,
      name: repositories.name,
      abbreviation: repositories.abbreviation,
      otherNames: repositories.otherNames,
      place: { id: places.id, name: places.name },
      uri: repositories.uri,
      description: repositories.description,
    })
    .from(repositories)
    .leftJoin(places, eq(places.id, repositories.placeId))
    .where(eq(repositories.id, id));
  return row ?? null;
}
