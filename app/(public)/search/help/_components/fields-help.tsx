import { fieldExamples, fieldMixtures, valueHref } from "@/lib/search/help";
import type { SearchHelp } from "@/lib/search/help-loaders";
import { HelpSection } from "./help-section";
import { HelpTable } from "./help-table";

/** Fields, and the values that some of them take. */
export function FieldsHelp({ values: { types, languages } }: { values: SearchHelp }) {
  return (
    <HelpSection id="fields" title="Fields">
      <p>
        A field and a colon before a word say where to look. What is looked for stands directly behind the
        colon, without a space: a word, a phrase in quotation marks, or several of them in parentheses.
      </p>
      <HelpTable caption="Fields" examples={fieldExamples} />
      <HelpTable caption="Fields with others" examples={fieldMixtures} />
      <Values field="type" values={types} all={{ href: "/document-types", label: "all types" }}>
        Types of document in this archive
      </Values>
      <Values field="lang" values={languages} all={{ href: "/languages", label: "all languages" }}>
        Languages in this archive
      </Values>
    </HelpSection>
  );
}

type ValuesProperties = {
  field: "type" | "lang";
  values: SearchHelp["types"];
  all: { href: string; label: string };
  children: string;
};

function Values({ field, values, all, children }: ValuesProperties) {
  if (values.length === 0) return null;
  return (
    <p>
      {children}:{" "}
      {values.map(({ name, value }) => (
        <span key={value}>
          <a href={valueHref(field, value)} rel="nofollow">
            {name}
          </a>
          {", "}
        </span>
      ))}
      <a href={all.href}>{all.label}</a>.
    </p>
  );
}
