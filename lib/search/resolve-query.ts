import { findPhrase, postedFields } from "@/db/queries/search-postings";
import { findDocumentTypes, findLanguages, findRecordsById } from "@/db/queries/search-values";
import type { QueryNode, WordField } from "@/lib/archive/search-query";
import { Bits } from "./bits";
import { valuesCalled } from "./called-values";
import type { Catalogue } from "./catalogue";
import { overlapping } from "./narrowing";
import { lexemesOf } from "./postings";
import type { Alternative, ResolvedQuery } from "./resolved-query";
import { wordsBeginning } from "./word-forms";

/** All fields of a record, as bits. */
const anywhere = 15;

/** Fields whose words are looked for in the record itself. */
const written: Partial<Record<WordField, "title" | "summary" | "text">> = {
  title: "title",
  summary: "summary",
  text: "text",
};

/** Fields whose words name an entry; a record has the field where it is linked to one that is called so. */
const calling = {
  person: "person",
  author: "author",
  to: "recipient",
  place: "place",
  subject: "subject",
  collection: "collection",
  archive: "repository",
} as const;
type CallingField = keyof typeof calling;
const isCalling = (field: WordField): field is CallingField => field in calling;

/**
 * Looks up what a query asks for in a catalogue. Null where it asks for nothing that counts, such as words that stand everywhere. Other
 * names and likely spellings are not yet among its words (`widen-query`). Throws PostgreSQL's 57014 where a phrase takes too long.
 */
export async function resolveQuery(
  node: QueryNode,
  catalogue: Catalogue,
  field: WordField | null = null,
): Promise<ResolvedQuery | null> {
  switch (node.kind) {
    case "word":
      return resolveWord(node, catalogue, field);
    case "phrase":
      return resolvePhrase(node.text, catalogue, field);
    case "field":
      return isCalling(node.field)
        ? resolveCalled(node.field, node.part, catalogue)
        : resolveQuery(node.part, catalogue, node.field);
    case "date":
      return setOf(
        node.text,
        overlapping(catalogue, { from: node.earliest, to: node.latest, certain: false }),
      );
    case "value":
      return setOf(`${node.field}:${node.value}`, await recordsWith(node, catalogue));
    case "has":
      return setOf(`has:${node.held}`, having(catalogue, "has", [node.held]));
    case "not": {
      const part = await resolveQuery(node.part, catalogue, field);
      return part && { kind: "not", part };
    }
    case "and":
    case "or":
      return joined(
        node.kind,
        await Promise.all(node.parts.map((part) => resolveQuery(part, catalogue, field))),
      );
  }
}

const setOf = (typed: string, records: Bits, lexemes: readonly string[] = []): ResolvedQuery => ({
  kind: "set",
  typed,
  records,
  lexemes,
});

const having = (
  catalogue: Catalogue,
  ...[dimension, values]: [Parameters<Catalogue["values"]["having"]>[0], readonly string[]]
) => catalogue.values.having(dimension, values, catalogue.live.size);

/** Parts without those that ask for nothing. */
function joined(kind: "and" | "or", parts: readonly (ResolvedQuery | null)[]): ResolvedQuery | null {
  const known = parts.filter((part) => part !== null);
  const [first] = known;
  if (!first) return null;
  return known.length === 1 ? first : { kind, parts: known };
}

async function resolveWord(
  { text, match }: Extract<QueryNode, { kind: "word" }>,
  catalogue: Catalogue,
  field: WordField | null,
): Promise<ResolvedQuery | null> {
  if (match === "exact") return resolvePhrase(text, catalogue, field);
  const where = field && written[field];
  const fields = where ? postedFields[where] : anywhere;
  if (match === "beginning") {
    const words = await wordsBeginning(text, catalogue);
    const alternatives = words.map((word): Alternative => ({
      text: word,
      lexemes: [word],
      within: null,
      origin: "beginning",
    }));
    return { kind: "term", typed: `${text}*`, alternatives, fields };
  }
  const lexemes = (await lexemesOf([text])).get(text) ?? [];
  if (lexemes.length === 0) return null;
  return {
    kind: "term",
    typed: text,
    alternatives: [{ text, lexemes, within: null, origin: "typed" }],
    fields,
  };
}

async function resolvePhrase(
  text: string,
  catalogue: Catalogue,
  field: WordField | null,
): Promise<ResolvedQuery> {
  const [lexemes, ids] = await Promise.all([
    lexemesOf([text]),
    findPhrase(text, (field && written[field]) ?? "anywhere"),
  ]);
  return setOf(`“${text}”`, placesOf(catalogue, ids), lexemes.get(text));
}

/** Records by their numbers, as places of a catalogue. */
export function placesOf(catalogue: Catalogue, ids: readonly number[]): Bits {
  const bits = new Bits(catalogue.live.size);
  for (const id of ids) {
    const place = catalogue.placeOf(id);
    if (place >= 0) bits.add(place);
  }
  return bits;
}

/** Words side by side are one name; alternatives, and what is left out, are names of their own. */
async function resolveCalled(
  field: CallingField,
  part: QueryNode,
  catalogue: Catalogue,
): Promise<ResolvedQuery | null> {
  const name = nameIn(part);
  if (name !== null) {
    const [values, lexemes] = await Promise.all([valuesCalled(calling[field], name), lexemesOf([name])]);
    return setOf(`${field}:${name}`, having(catalogue, calling[field], values), lexemes.get(name));
  }
  if (part.kind === "not") {
    const inner = await resolveCalled(field, part.part, catalogue);
    return inner && { kind: "not", part: inner };
  }
  if (part.kind !== "and" && part.kind !== "or") return resolveQuery(part, catalogue);
  return joined(part.kind, await Promise.all(part.parts.map((one) => resolveCalled(field, one, catalogue))));
}

/** The words of a part that can only be one name; null where there is more to it. */
function nameIn(part: QueryNode): string | null {
  if (part.kind === "word" || part.kind === "phrase") return part.text;
  if (part.kind !== "and") return null;
  const words = part.parts.map(nameIn);
  return words.every((word) => word !== null) ? words.join(" ") : null;
}

async function recordsWith(
  { field, value }: Extract<QueryNode, { kind: "value" }>,
  catalogue: Catalogue,
): Promise<Bits> {
  if (field === "id") return placesOf(catalogue, await findRecordsById(value));
  return field === "lang"
    ? having(catalogue, "language", await findLanguages(value))
    : having(catalogue, "type", await findDocumentTypes(value));
}
