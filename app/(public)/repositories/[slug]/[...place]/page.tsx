import { PageHeading } from "@/app/_components/page-heading";
import { Pagination } from "@/app/_components/pagination";
import { RecordSection } from "@/app/_components/record-section";
import { SearchWithin } from "@/app/_components/search-within";
import { countOf } from "@/lib/archive/counts";
import { holdingHref, lowestOf } from "@/lib/archive/holding";
import { pageHref } from "@/lib/archive/hrefs";
import { holdingLevelLabels } from "@/lib/archive/labels";
import { listViewOf, pageOf } from "@/lib/archive/list-query";
import { loadHolding } from "@/lib/repositories/loaders";
import { searchedWithin, trailTo } from "@/lib/repositories/view";
import { FolioStrip } from "../_components/folio-strip";
import { FolioTable } from "../_components/folio-table";
import { HoldingParts } from "../_components/holding-parts";

type Properties = PageProps<"/repositories/[slug]/[...place]">;

async function holdingAt(slug: string, place: readonly string[], { searchParams }: Properties) {
  const query = await searchParams;
  return loadHolding(slug, place.join("/"), pageOf(query, "part"), ...listViewOf(query));
}

export async function generateMetadata(properties: Properties) {
  const { slug, place } = await properties.params;
  // Next hands the segments to the page as they are written, but decoded to what describes it; names may hold a slash.
  const { repository, holding } = await holdingAt(slug, place.map(encodeURIComponent), properties);
  const names = [holding.file, holding.series, holding.fonds].filter((name) => name !== null);
  return {
    title: [...names, repository.name].join(", "),
    description: `Documents from ${names.toReversed().join(", ")} at ${repository.name}`,
    alternates: { canonical: holdingHref(repository.slug, holding) },
  };
}

export default async function HoldingPage(properties: Properties) {
  const { slug, place } = await properties.params;
  const found = await holdingAt(slug, place, properties);
  const { repository, holding } = found;
  const path = holdingHref(repository.slug, holding);
  const lowest = lowestOf(holding);
  const within = searchedWithin(repository, holding);
  return (
    <>
      <PageHeading
        title={lowest?.name ?? repository.name}
        kicker={lowest ? `${holdingLevelLabels[lowest.level].one} at ${repository.name}` : null}
        lead={found.kind === "file" ? countOf(found.file.records, "published record") : null}
        trail={trailTo(repository, holding)}
      />
      {found.kind === "file" ? (
        <section aria-labelledby="folios">
          <h2 id="folios">Documents in this file</h2>
          <SearchWithin {...within} />
          <FolioStrip coverage={found.file.coverage} runs={found.file.runs} />
          <FolioTable rows={found.file.rows} />
          <Pagination
            page={found.file.page}
            pages={found.file.pages}
            hrefOf={(page) => pageHref(path, page)}
          />
        </section>
      ) : (
        <>
          <HoldingParts parts={found.parts} path={path} />
          <RecordSection list={found.list} path={path} within={within} />
        </>
      )}
    </>
  );
}
