import { PageHeading } from "@/app/_components/page-heading";
import { SearchForm } from "@/app/_components/search-form";

export const metadata = { title: "Not found", robots: { index: false } };

export default function NotFound() {
  return (
    <>
      <PageHeading
        title="There is nothing at this address"
        lead="It may have been mistyped, or the record has not been published. Records keep their addresses: a link that once worked still leads to its record, or says that it was withdrawn."
      />
      <SearchForm size="large" />
    </>
  );
}
