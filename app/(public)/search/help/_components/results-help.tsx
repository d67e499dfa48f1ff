import { formatExamples } from "@/lib/search/help";
import { mostFilters } from "@/lib/search/state";
import { views } from "@/lib/search/views";
import { HelpSection } from "./help-section";
import { HelpTable } from "./help-table";

const viewNames = views.map(({ label }) => label.toLowerCase());

/** What can be done with results: narrowing, ways to look at them, taking them along, and the keyboard. */
export function ResultsHelp() {
  return (
    <>
      <HelpSection id="filters" title="Filters">
        <p>
          Beside the results stand the collections, people, places, subjects, types, languages, archives and
          years that they have, each with its number of records, counted to the last one. A choice narrows the
          results. Several values of one kind widen it again, Havana or Moscow; values of different kinds all
          have to be met. A value can also be left out. Whatever is chosen stands above the results, and each
          choice can be taken away there alone. Up to {mostFilters} filters count at once.
        </p>
        <p>
          If nothing is found, the page says what each word and filter finds alone, and which searches near by
          find something.
        </p>
      </HelpSection>
      <HelpSection id="views" title="Views and order">
        <p>
          The same results can be seen as {viewNames.slice(0, -1).join(", ")} or {viewNames.at(-1)}. They
          stand in the order of the best match, or by date, oldest or newest first, or as they came into the
          archive. The number of results is exact, and one can turn the pages to the last.
        </p>
        <p>
          The address in the browser’s address bar is the whole search. It can be kept, sent to others and
          cited, and leads to the same search again.
        </p>
      </HelpSection>
      <HelpSection id="downloads" title="Downloads and feeds">
        <p>
          All results of a search, not only one page of them, can be had as a file. The links stand below the
          results; in the address it is one word more. Each file says what was searched for, when, and how
          many records there are.
        </p>
        <HelpTable
          caption="What the address of a search can end with"
          heading="Gives"
          examples={formatExamples}
        />
      </HelpSection>
      <HelpSection id="keyboard" title="By keyboard">
        <p>
          <kbd>Tab</kbd> goes through the page; its first stop, “Skip to content”, leaves the header behind.{" "}
          <kbd>Enter</kbd> in any field of the form runs the search. Where names and records are offered while
          you type, <kbd>↓</kbd> and <kbd>↑</kbd> choose one, <kbd>Enter</kbd> takes it and <kbd>Esc</kbd>{" "}
          closes the list. Filters, bars of the chart and pages are plain links. Nothing here needs
          JavaScript.
        </p>
      </HelpSection>
    </>
  );
}
