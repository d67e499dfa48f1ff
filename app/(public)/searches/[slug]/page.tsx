import type { Metadata } from "next";
import { PageHeading } from "@/app/_components/page-heading";
import { openSavedSearch } from "@/lib/saved-searches/loaders";

export const metadata: Metadata = { title: "Saved search", robots: { index: false, follow: true } };

/** Leads to the results of a saved search; what is left of one that was given up. */
export default async function SavedSearchPage({ params }: PageProps<"/searches/[slug]">) {
  await openSavedSearch((await params).slug);
  return (
    <PageHeading
      title="This saved search was given up"
      lead="Its curator has deleted it. The records that it led to are where they were."
      trail={[{ href: "/searches", label: "Saved searches" }]}
    />
  );
}
