import { z } from "zod";
import { countOf } from "@/lib/archive/counts";
import type { Arrival } from "./editing";

/** Refusals that are named one by one; a cookie has not room for more. */
const namedRefusals = 8;

const report = z.object({
  id: z.string(),
  added: z.number(),
  refused: z.array(z.object({ fileName: z.string(), refusal: z.string() })),
  unnamed: z.number(),
});
export type UploadReport = z.infer<typeof report>;

/** The cookie that carries the outcome of an upload to the page that shows it, once. */
export const reportCookie = "archive_upload";

/** What became of the files of an upload, short enough for a cookie. */
export function packReport(id: string, arrivals: readonly Arrival[]): string {
  const refused = arrivals.flatMap(({ fileName, refusal }) =>
    refusal === null ? [] : [{ fileName: fileName.slice(0, 60), refusal: refusal.slice(0, 160) }],
  );
  const whole: UploadReport = {
    id,
    added: arrivals.length - refused.length,
    refused: refused.slice(0, namedRefusals),
    unnamed: Math.max(0, refused.length - namedRefusals),
  };
  return Buffer.from(JSON.stringify(whole)).toString("base64url");
}

/** The outcome of the upload with this id; null where the cookie is of another one, or none. */
export function readReport(packed: string | undefined, id: unknown): UploadReport | null {
  if (packed === undefined) return null;
  try {
    const read = report.safeParse(JSON.parse(Buffer.from(packed, "base64url").toString("utf8")));
    return read.success && read.data.id === id ? read.data : null;
  } catch {
    return null;
  }
}

/** What was taken in, in words. */
export function additionInWords({ added, refused }: UploadReport): string {
  if (added > 0) return `${countOf(added, "file")} added.`;
  return refused.length === 0 ? "No file was chosen." : "Nothing was added.";
}
