import { Fact, Facts } from "@/app/_components/facts";
import { PageHeading } from "@/app/_components/page-heading";
import { RecordSection } from "@/app/_components/record-section";
import { listViewOf, type ListQuery } from "@/lib/archive/list-query";
import { vocabularies, type VocabularyKind } from "@/lib/archive/vocabulary-kinds";
import { listCanonical } from "@/lib/record-lists/view";
import { loadVocabularyEntry } from "@/lib/vocabularies/loaders";

type Properties = { params: Promise<{ entry: string }>; searchParams: Promise<ListQuery> };

async function load(kind: VocabularyKind, { params, searchParams }: Properties) {
  const { entry } = await params;
  return { key: entry, ...(await loadVocabularyEntry(kind, entry, ...listViewOf(await searchParams))) };
}

/** What machines are told of the page of an entry. */
export const entryMetadata = (kind: VocabularyKind) => async (properties: Properties) => {
  const { key, name, list } = await load(kind, properties);
  const { one, hrefOf } = vocabularies[kind];
  return {
    title: name,
    description: `Documents by ${one.toLowerCase()}: ${name}`,
    alternates: { canonical: listCanonical(hrefOf(key), list) },
  };
};

/** The page of an entry of a controlled list: the records that carry it. */
export function entryPage(kind: VocabularyKind) {
  const { path, one, many, hrefOf } = vocabularies[kind];
  return async function VocabularyEntryPage(properties: Properties) {
    const { key, name, uri, list } = await load(kind, properties);
    return (
      <>
        <PageHeading title={name} kicker={one} trail={[{ label: many, href: path }]} />
        {uri ? (
          <Facts>
            <Fact label="Website">
              <a href={uri}>{new URL(uri).host}</a>
            </Fact>
          </Facts>
        ) : null}
        <RecordSection list={list} path={hrefOf(key)} />
      </>
    );
  };
}
