import { loadNewAuthority } from "@/lib/authorities/loaders";
import { DeskHeading } from "../../_components/desk-heading";
import { EntryForm } from "../_components/entry-form";
import { saveEntry } from "../actions";

export default async function NewEntryPage({ params }: PageProps<"/admin/[authority]/new">) {
  const { kind, type, draft, languages } = await loadNewAuthority((await params).authority);
  return (
    <>
      <DeskHeading title={`New ${type.one}`} kicker={<a href={`/admin/${type.path}`}>{type.label}</a>} />
      <EntryForm
        action={saveEntry.bind(null, kind, null)}
        kind={kind}
        version={0}
        draft={draft}
        languages={languages}
        mayEdit
      />
    </>
  );
}
