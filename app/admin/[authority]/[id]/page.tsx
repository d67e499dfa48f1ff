import { notFound } from "next/navigation";
import { loadAuthority } from "@/lib/authorities/loaders";
import { positive } from "@/lib/curation/list-state";
import { DeskHeading } from "../../_components/desk-heading";
import { EntryForm } from "../_components/entry-form";
import { saveEntry } from "../actions";
import styles from "../../_components/form.module.css";

export default async function EntryPage({ params, searchParams }: PageProps<"/admin/[authority]/[id]">) {
  const { authority, id: number } = await params;
  const id = positive(number) ?? notFound();
  const { notice } = await searchParams;
  const { kind, type, description, version, draft, languages, mayEdit } = await loadAuthority(authority, id);
  return (
    <>
      <DeskHeading
        title={description.name}
        notice={notice}
        kicker={
          <>
            <a href={`/admin/${type.path}`}>{type.label}</a> · number {id}
          </>
        }
      >
        <p className={styles.links}>
          <a href={type.publicHref(description.slug ?? "")}>View public page</a>
          <a href={`/admin/${type.path}/${id}/history`}>History</a>
        </p>
      </DeskHeading>
      <EntryForm
        action={saveEntry.bind(null, kind, id)}
        kind={kind}
        version={version}
        draft={draft}
        languages={languages}
        mayEdit={mayEdit}
      />
    </>
  );
}
