import { dateExamples } from "@/lib/search/help";
import { HelpSection } from "./help-section";
import { HelpTable } from "./help-table";

/** How dates are written, and what is found of those that are not certain. */
export function DatesHelp() {
  return (
    <HelpSection id="dates" title="Dates">
      <p>
        The fields “From” and “To” of the form take a year, a month or a day: <code>1962</code>,{" "}
        <code>1962-10</code>, <code>1962-10-27</code>; either may stay empty. In a query, <code>year:</code>{" "}
        and <code>date:</code> take the same and more, all that{" "}
        <abbr title="Extended Date/Time Format, ISO 8601-2">EDTF</abbr> can write.
      </p>
      <HelpTable caption="Dates" examples={dateExamples} />
      <p>
        Many documents are dated roughly: “autumn 1962”, “circa 1959”, “before 28 October”. They are found if
        their date may lie within the days you ask for, so that none is missed. The choice “Only dates
        certainly within”, <code>certain=yes</code> in the address, leaves out those that may also lie
        outside. Undated records lie within no days;{" "}
        <a href="/years/undated">they have a list of their own</a>.
      </p>
    </HelpSection>
  );
}
