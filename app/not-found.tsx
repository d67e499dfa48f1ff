import { PageHeading } from "./_components/page-heading";
import { SearchForm } from "./_components/search-form";
import { SiteFrame } from "./_components/site-frame";

export const metadata = { title: "Not found", robots: { index: false } };

export default function NotFound() {
  return (
    <SiteFrame>
      <PageHeading
        title="There is nothing at this address"
        lead="It may have been mistyped, or the record has not been published. Records keep their addresses: a link that once worked still leads to its record, or says that it was withdrawn."
      />
      <SearchForm size="large" />
    </SiteFrame>
  );
}
