import type { Metadata } from "next";
import { Pagination } from "@/app/_components/pagination";
import { pageHref } from "@/lib/archive/hrefs";
import { authorityKindAt, authorityTypes } from "@/lib/authorities/kinds";
import { loadAuthorityList } from "@/lib/authorities/loaders";
import { readable } from "@/lib/form-fields";
import { positive } from "@/lib/curation/list-state";
import { DeskHeading } from "../_components/desk-heading";
import { EntryTable } from "./_components/entry-table";
import styles from "../desk.module.css";

type Properties = PageProps<"/admin/[authority]">;

export async function generateMetadata({ params }: Properties): Promise<Metadata> {
  const kind = authorityKindAt((await params).authority);
  return kind ? { title: authorityTypes[kind].label } : {};
}

export default async function EntriesPage({ params, searchParams }: Properties) {
  const { authority } = await params;
  const query = await searchParams;
  const text = typeof query.q === "string" ? readable(query.q) : "";
  const page = positive(query.page) ?? 1;
  const { type, rows, total, pages, mayCreate } = await loadAuthorityList(authority, text, page);
  return (
    <>
      <DeskHeading title={type.label} kicker={`${total.toLocaleString("en")} in this list`}>
        {mayCreate ? (
          <a href={`/admin/${type.path}/new`} data-button="">
            New {type.one}
          </a>
        ) : null}
      </DeskHeading>
      <form action={`/admin/${type.path}`} className={styles.filters} aria-label={`Filter ${type.label}`}>
        <p>
          <label htmlFor="q">Name, in any known form</label>
          <input id="q" name="q" type="search" defaultValue={text} />
        </p>
        <button type="submit" data-quiet="">
          Show
        </button>
      </form>
      {total === 0 ? (
        <p className={styles.empty}>No entry matches.</p>
      ) : (
        <EntryTable type={type} rows={rows} />
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) => pageHref(`/admin/${type.path}`, number, { q: text })}
      />
    </>
  );
}
