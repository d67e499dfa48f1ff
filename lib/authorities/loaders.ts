import "server-only";
import { notFound } from "next/navigation";
import { db } from "@/db/client";
import { findAuthorityVersion } from "@/db/commands/authorities";
import { findAuthorityDescription, type AuthorityKind } from "@/db/queries/authorities";
import { listAuthorities } from "@/db/queries/authority-lists";
import { listFormChoices } from "@/db/queries/pickers";
import { listRevisions } from "@/db/queries/revisions";
import { may } from "@/lib/archive/permissions";
import { requireCurator } from "@/lib/auth/curator";
import { authorityDraftOf } from "./form";
import { authorityFieldLabel, authorityKindAt, authorityTypes } from "./kinds";
import { valueInWords } from "@/lib/curation/wording";

const pageSize = 50;

const rightToEdit = (kind: AuthorityKind) =>
  kind === "collection" ? "collection.describe" : "authority.describe";
const rightToCreate = (kind: AuthorityKind) =>
  kind === "collection" ? "collection.describe" : "authority.create";

/** The kind of entry a desk address stands for; an unknown address is not found. */
const kindAt = (path: string): AuthorityKind => authorityKindAt(path) ?? notFound();

/** A page of the entries of one kind, for curators. */
export async function loadAuthorityList(path: string, text: string, page: number) {
  const kind = kindAt(path);
  const curator = await requireCurator("record.read-unpublished", `/admin/${path}`);
  const { rows, total } = await listAuthorities(kind, text, {
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  return {
    type: authorityTypes[kind],
    rows,
    total,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    mayCreate: may(curator, rightToCreate(kind)),
  };
}

/** What the form of a new entry needs. */
export async function loadNewAuthority(path: string) {
  const kind = kindAt(path);
  await requireCurator(rightToCreate(kind), `/admin/${path}/new`);
  const { languages } = await listFormChoices();
  return { kind, type: authorityTypes[kind], draft: authorityDraftOf(kind, null), languages };
}

/** What the form of an entry needs; curators who may not change it see it all the same. */
export async function loadAuthority(path: string, id: number) {
  const kind = kindAt(path);
  const curator = await requireCurator("record.read-unpublished", `/admin/${path}/${id}`);
  const [description, version, { languages }] = await Promise.all([
    findAuthorityDescription(db(), kind, id),
    findAuthorityVersion(db(), kind, id),
    listFormChoices(),
  ]);
  if (!description) notFound();
  return {
    kind,
    type: authorityTypes[kind],
    description,
    version,
    draft: authorityDraftOf(kind, description),
    languages,
    mayEdit: may(curator, rightToEdit(kind)),
  };
}

/** The latest changes of an entry, in words. */
export async function loadAuthorityHistory(path: string, id: number) {
  const kind = kindAt(path);
  await requireCurator("record.read-unpublished", `/admin/${path}/${id}/history`);
  const [description, revisions] = await Promise.all([
    findAuthorityDescription(db(), kind, id),
    listRevisions(kind, id, { offset: 0, limit: 200 }),
  ]);
  if (!description) notFound();
  return {
    type: authorityTypes[kind],
    name: description.name,
    revisions: revisions.map((revision) => ({
      ...revision,
      changes: revision.changes.map(({ field, before, after }) => ({
        label: authorityFieldLabel(kind, field),
        before: valueInWords(before),
        after: valueInWords(after),
      })),
    })),
  };
}
