import { browseStep } from "@/app/_components/breadcrumbs";
import { EmptyState } from "@/app/_components/empty-state";
import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { coverageRows } from "@/lib/archive/coverage";
import { hrefWith } from "@/lib/archive/hrefs";
import { choiceOf } from "@/lib/archive/list-query";
import { loadCoverage } from "@/lib/coverage/loaders";
import { coverageLabels } from "@/lib/coverage/view";
import { CoverageTable } from "./_components/coverage-table";

export const metadata = {
  title: "Coverage",
  description: "Which times, places, languages and archives the documents cover, and which they do not.",
  alternates: { canonical: "/coverage" },
};

export default async function CoveragePage({ searchParams }: PageProps<"/coverage">) {
  const by = choiceOf(await searchParams, "by", coverageRows) ?? coverageRows[0];
  const table = await loadCoverage(by);
  return (
    <>
      <PageHeading
        title="Coverage"
        lead="Published records by time, so that what is missing can be seen. A dash is a time of which nothing is here; it says nothing of what there once was."
        trail={[browseStep]}
      />
      <LinkRow
        label="Rows"
        links={coverageRows.map((rows) => ({
          href: hrefWith("/coverage", { by: rows === coverageRows[0] ? null : rows }),
          label: coverageLabels[rows],
          isCurrent: rows === by,
        }))}
      />
      {table ? (
        <CoverageTable table={table} caption={`Records by time: ${coverageLabels[by].toLowerCase()}`} />
      ) : (
        <EmptyState title="No dated records yet" />
      )}
      {by === "completeness" ? null : (
        <p>
          A record counts in each row it belongs to, and in the time in which its date begins. The rows are
          those with most records.
        </p>
      )}
    </>
  );
}
