import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { spanOf } from "@/lib/archive/edtf";
import {
  agentKinds,
  agentRoles,
  nameSchemes,
  placeKinds,
  relationKinds,
  textKinds,
  textMethods,
} from "@/lib/archive/vocabulary";

const edtf = z.string().refine((text) => spanOf(text) !== null, { error: "is not EDTF" });

/** Names an entry within the seed; with the prefix "seed:" it becomes the entry's source id. */
const key = z.string().regex(/^[a-z0-9-]+$/);

const vocabularies = z.strictObject({
  languages: z.array(
    z
      .tuple([z.string(), z.string().length(3), z.string()], z.enum(["ltr", "rtl"]))
      .transform(([code, iso6392b, name, direction = "ltr"]) => ({ code, iso6392b, name, direction })),
  ),
  documentTypes: z.array(z.string()),
  classifications: z.array(
    z.tuple([z.string(), z.number().int()]).transform(([name, rank]) => ({ name, rank })),
  ),
  rights: z.array(z.strictObject({ name: z.string(), statement: z.string(), uri: z.url().nullable() })),
});

const agents = z.array(
  z.strictObject({
    key,
    kind: z.enum(agentKinds),
    name: z.string(),
    existenceEdtf: edtf.optional(),
    wikidataId: z.string().optional(),
    description: z.string(),
    biographicalHistory: z.string().optional(),
    names: z.array(
      z.strictObject({
        name: z.string(),
        script: z.string().length(4).optional(),
        scheme: z.enum(nameSchemes).optional(),
        languageCode: z.string().optional(),
      }),
    ),
  }),
);

const places = z.array(
  z.strictObject({
    key,
    kind: z.enum(placeKinds),
    parent: key.optional(),
    name: z.string(),
    wikidataId: z.string().optional(),
    latitude: z.number().optional(),
    longitude: z.number().optional(),
    scopeNote: z.string().optional(),
    names: z.array(
      z.strictObject({
        name: z.string(),
        script: z.string().length(4).optional(),
        languageCode: z.string().optional(),
        validEdtf: edtf.optional(),
      }),
    ),
  }),
);

const subjects = z.array(z.strictObject({ name: z.string(), scopeNote: z.string().optional() }));

const collections = z.array(
  z.strictObject({
    key,
    title: z.string(),
    isFeatured: z.boolean(),
    abstract: z.string(),
    essay: z.string(),
  }),
);

const relations = z.array(
  z.strictObject({ to: key, kind: z.enum(relationKinds), note: z.string().nullable() }),
);

const describedRecord = {
  key,
  title: z.string(),
  summary: z.string(),
  types: z.array(z.string()),
  languages: z.array(z.string()).default([]),
  subjects: z.array(z.string()),
  relations: relations.default([]),
  curatorNote: z.string().optional(),
};

const listing = z.array(
  z.strictObject({
    ...describedRecord,
    dateExpression: z.string(),
    dateEdtf: edtf,
    eventDateEdtf: edtf.optional(),
    classifications: z.array(z.string()).default([]),
    agents: z.array(
      z.strictObject({ role: z.enum(agentRoles), agent: key, nameAsWritten: z.string().optional() }),
    ),
    places: z.array(key),
    duplicateOf: key.optional(),
  }),
);

const about = z.array(
  z.strictObject({
    ...describedRecord,
    status: z.enum(["draft", "published", "withdrawn"]),
    withdrawnReason: z.string().optional(),
    titles: z.array(z.strictObject({ languageCode: z.string(), title: z.string() })).default([]),
    dateExpression: z.string().optional(),
    dateEdtf: edtf.optional(),
    extent: z.string().optional(),
    texts: z
      .array(
        z.strictObject({
          kind: z.enum(textKinds),
          languageCode: z.string(),
          file: z.string(),
          method: z.enum(textMethods).default("human"),
          sourceNote: z.string().optional(),
          /** Numbered in this order from 1. */
          notes: z
            .array(z.strictObject({ label: z.string().nullable().default(null), html: z.string() }))
            .default([]),
        }),
      )
      .default([]),
    scans: z
      .array(
        z.strictObject({
          file: z.string(),
          mediaType: z.string(),
          width: z.number().int().optional(),
          height: z.number().int().optional(),
          pageCount: z.number().int(),
          alternativeText: z.string(),
          caption: z.string(),
          sourceNote: z.string().optional(),
        }),
      )
      .default([]),
  }),
);

const theme = z.strictObject({
  title: z.string(),
  abstract: z.string(),
  essay: z.string(),
  collections: z.array(key),
  records: z.array(key),
  events: z.array(
    z.strictObject({
      dateExpression: z.string(),
      dateEdtf: edtf,
      title: z.string(),
      description: z.string(),
      place: key,
      record: key.optional(),
    }),
  ),
});

const files = { vocabularies, agents, places, subjects, collections, listing, about, theme };

/** Everything in `seeds/data`, by the name of its file. */
export type SeedData = { [Name in keyof typeof files]: z.infer<(typeof files)[Name]> };
export type ListedSeed = SeedData["listing"][number];
export type AboutSeed = SeedData["about"][number];

/** The path of a file of the seed, named as in its data. */
export const seedPath = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** A text of the seed: an essay in Markdown or a transcript in HTML. Throws when there is no such file. */
export const readSeedText = async (name: string) => (await readFile(seedPath(`data/${name}`), "utf8")).trim();

/** Reads one file of `seeds/data`. Throws a list of what is wrong when it does not have the shape it should. */
export async function readSeedData<Name extends keyof SeedData>(name: Name): Promise<SeedData[Name]>;
export async function readSeedData(name: keyof SeedData) {
  return files[name].parse(JSON.parse(await readSeedText(`${name}.json`)));
}
