import { Notice } from "@/app/_components/notice";
import { countOf } from "@/lib/archive/counts";
import { additionInWords, type UploadReport } from "@/lib/files/upload-report";

/** What became of the files that were just sent. */
export function UploadOutcome({ report }: { report: UploadReport }) {
  const { refused, unnamed } = report;
  return (
    <div role={refused.length > 0 ? undefined : "status"}>
      <Notice tone={refused.length > 0 ? "warning" : "plain"}>
        <p>{additionInWords(report)}</p>
        {refused.length > 0 ? (
          <ul>
            {refused.map(({ fileName, refusal }) => (
              <li key={fileName}>
                {fileName}: {refusal}
              </li>
            ))}
          </ul>
        ) : null}
        {unnamed > 0 ? <p>{countOf(unnamed, "further file")} refused.</p> : null}
      </Notice>
    </div>
  );
}
