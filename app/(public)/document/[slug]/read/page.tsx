import { PageHeading } from "@/app/_components/page-heading";
import { readHref, recordHref } from "@/lib/archive/hrefs";
import { pageOf, parameterOf } from "@/lib/archive/list-query";
import { loadReading } from "@/lib/texts/loaders";
import { trailThroughRecord } from "../_components/record-trail";
import { Tombstone } from "../_components/tombstone";
import { SideBySide } from "./_components/side-by-side";
import { SideChoice } from "./_components/side-choice";

type Properties = PageProps<"/document/[slug]/read">;

async function readingOf({ params, searchParams }: Properties) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  return loadReading(slug, {
    left: parameterOf(query, "left"),
    right: parameterOf(query, "right"),
    page: pageOf(query),
  });
}

export async function generateMetadata(properties: Properties) {
  const reading = await readingOf(properties);
  if (reading.status === "withdrawn") return { title: "Withdrawn record", robots: { index: false } };
  const { record, sides } = reading;
  return {
    title: `${sides.left.label} and ${sides.right.label} · ${record.title}`,
    alternates: { canonical: recordHref(record.slug) },
  };
}

export default async function ReadPage(properties: Properties) {
  const reading = await readingOf(properties);
  if (reading.status === "withdrawn") return <Tombstone record={reading} />;
  const { record, sides } = reading;
  return (
    <article>
      <PageHeading title={record.title} kicker="Side by side" trail={trailThroughRecord(record)} isSmall />
      <SideChoice
        parts={reading.parts}
        sides={sides}
        hrefOf={(left, right) => readHref(record.slug, { left, right })}
      />
      <SideBySide reading={reading} />
    </article>
  );
}
