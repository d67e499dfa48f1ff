import type { ComponentType } from "react";
import { ChoiceSelect, type Choice } from "@/app/admin/_components/choice-select";
import { DraftField } from "./draft-field";
import { EdtfHelp } from "./edtf-help";
import { controlOf, Field } from "@/app/admin/_components/field";
import { LinkList } from "./link-list";
import type { FormView } from "./record-form";
import { ReferenceList, RelationList, TitleList } from "./row-lists";
import { TextList } from "./text-list";

export type FormChoices = {
  readonly languages: readonly Choice[];
  readonly rights: readonly Choice[];
  readonly repositories: readonly Choice[];
};

type Section = { id: string; title: string; content: ComponentType<{ view: FormView }> };

/** The parts of the form, in their order on the page and in its navigation. */
export const formSections: readonly Section[] = [
  {
    id: "part-title",
    title: "Title and kind",
    content: ({ view }) => (
      <>
        <DraftField name="title" view={view} />
        <TitleList view={view} />
        <LinkList name="documentTypes" view={view} />
        <DraftField name="slug" view={view} />
      </>
    ),
  },
  {
    id: "part-dates",
    title: "Dates",
    content: ({ view }) => (
      <>
        <DraftField name="dateExpression" view={view} />
        <DraftField name="dateEdtf" view={view} />
        <EdtfHelp />
        <DraftField name="eventDateEdtf" view={view} />
        <DraftField name="receivedDateEdtf" view={view} />
        <DraftField name="releaseDateEdtf" view={view} />
      </>
    ),
  },
  {
    id: "part-content",
    title: "Content",
    content: ({ view }) => (
      <>
        <DraftField name="summary" view={view} />
        <LinkList name="languages" view={view} />
        <DraftField name="extent" view={view} />
      </>
    ),
  },
  {
    id: "part-names",
    title: "People, places, subjects",
    content: ({ view }) => (
      <>
        <LinkList name="agents" view={view} />
        <LinkList name="places" view={view} />
        <LinkList name="subjects" view={view} />
      </>
    ),
  },
  {
    id: "part-collections",
    title: "Collections",
    content: ({ view }) => <LinkList name="collections" view={view} />,
  },
  {
    id: "part-source",
    title: "Original and source",
    content: ({ view }) => (
      <>
        <ReferenceList view={view} />
        <DraftField name="sourceCitation" view={view} />
        <DraftField name="sourceUri" view={view} />
        <DraftField name="custodialHistory" view={view} />
        <DraftField name="acquisitionSource" view={view} />
        <LinkList name="donors" view={view} />
        <LinkList name="publishers" view={view} />
      </>
    ),
  },
  {
    id: "part-rights",
    title: "Access and rights",
    content: ({ view }) => (
      <>
        <LinkList name="classifications" view={view} />
        <Field name="rights" label="Rights statement" errors={view.errors}>
          <ChoiceSelect
            {...controlOf("rights", view.errors, false)}
            choices={view.choices.rights}
            blank="Not stated"
            defaultValue={view.draft.rights}
          />
        </Field>
        <DraftField name="accessConditions" view={view} />
        <DraftField name="useConditions" view={view} />
      </>
    ),
  },
  {
    id: "part-relations",
    title: "Related records",
    content: ({ view }) => <RelationList view={view} />,
  },
  {
    id: "part-texts",
    title: "Texts",
    content: ({ view }) => <TextList view={view} />,
  },
  {
    id: "part-notes",
    title: "Notes",
    content: ({ view }) => (
      <>
        <DraftField name="note" view={view} />
        <DraftField name="curatorNote" view={view} />
      </>
    ),
  },
];
