import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { positive } from "@/lib/curation/list-state";
import { loadFilesForEditing } from "@/lib/files/desk";
import { readReport, reportCookie } from "@/lib/files/upload-report";
import { DeskHeading } from "@/app/admin/_components/desk-heading";
import { StatusMark } from "@/app/admin/_components/status-mark";
import { FileEntry } from "./_components/file-entry";
import { MakingWatch } from "./_components/making-watch";
import { UploadForm } from "./_components/upload-form";
import { UploadOutcome } from "./_components/upload-outcome";
import styles from "./_components/files.module.css";

export const metadata: Metadata = { title: "Files of a record" };

export default async function FilesPage({ params, searchParams }: PageProps<"/admin/records/[id]/files">) {
  const id = positive((await params).id) ?? notFound();
  const { notice, upload } = await searchParams;
  const { state, files, mayEdit } = await loadFilesForEditing(id);
  const report = readReport((await cookies()).get(reportCookie)?.value, upload);
  return (
    <>
      <DeskHeading
        title="Files"
        notice={notice}
        kicker={
          <>
            <a href={`/admin/records/${id}`}>{state.title}</a> · <StatusMark status={state.status} />
          </>
        }
      />
      {report ? <UploadOutcome report={report} /> : null}
      {mayEdit ? <UploadForm action={`/admin/records/${id}/files/upload`} /> : null}
      {files.length === 0 ? <p>This record has no files yet.</p> : null}
      <ol role="list" className={styles.files}>
        {files.map((file, index) => (
          <FileEntry
            key={file.id}
            recordId={id}
            file={file}
            isFirst={index === 0}
            isLast={index === files.length - 1}
            mayEdit={mayEdit}
          />
        ))}
      </ol>
      {files.some(({ making }) => making.state === "waiting") ? <MakingWatch /> : null}
    </>
  );
}
