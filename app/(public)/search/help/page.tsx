import { PageHeading } from "@/app/_components/page-heading";
import { loadSearchHelp } from "@/lib/search/help-loaders";
import { DatesHelp } from "./_components/dates-help";
import { FieldsHelp } from "./_components/fields-help";
import { ResultsHelp } from "./_components/results-help";
import { WordsHelp } from "./_components/words-help";
import styles from "./help.module.css";

export const metadata = {
  title: "How to search",
  description: "What one can write into the search of the archive, with examples that can be run.",
  alternates: { canonical: "/search/help" },
};

const parts = [
  { href: "#words", label: "Words" },
  { href: "#names", label: "Names" },
  { href: "#fields", label: "Fields" },
  { href: "#dates", label: "Dates" },
  { href: "#filters", label: "Filters" },
  { href: "#views", label: "Views" },
  { href: "#downloads", label: "Downloads and feeds" },
  { href: "#keyboard", label: "Keyboard" },
] as const;

export default async function SearchHelpPage() {
  const values = await loadSearchHelp();
  return (
    <>
      <PageHeading
        title="How to search"
        lead="A few words are enough. For closer questions there are signs and fields; each example here can be run."
        trail={[{ label: "Search", href: "/search" }]}
      />
      <div className={styles.page}>
        <nav aria-label="On this page" className={styles.contents}>
          <ul role="list">
            {parts.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.parts}>
          <WordsHelp />
          <FieldsHelp values={values} />
          <DatesHelp />
          <ResultsHelp />
        </div>
      </div>
    </>
  );
}
