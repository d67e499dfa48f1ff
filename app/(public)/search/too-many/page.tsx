import type { Metadata } from "next";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeading } from "@/app/_components/page-heading";
import { loadTooMany } from "@/lib/search/loaders";

export const metadata: Metadata = {
  title: "Too many searches",
  robots: { index: false, follow: false },
};

/** What somebody reads whose address has sent more searches than the archive can answer for one. */
export default function TooManyPage() {
  loadTooMany();
  return (
    <>
      <PageHeading
        title="Too many searches"
        lead="More searches came from your address in the last minute than the archive can answer for one. Please wait a minute and load this page again."
      />
      <EmptyState title="Meanwhile">
        <p>
          Records, <a href="/collections">collections</a>, <a href="/people">people</a>,{" "}
          <a href="/places">places</a> and <a href="/years">years</a> can be read as before. Whoever needs
          many results for their work finds below any search the downloads that bring all of them at once.
        </p>
      </EmptyState>
    </>
  );
}
