import { randomUUID } from "node:crypto";
import { may, rightToDescribe } from "@/lib/archive/permissions";
import { findSignedIn } from "@/lib/auth/curator";
import { loadStatusOf } from "@/lib/files/desk";
import { receiveFiles } from "@/lib/files/editing";
import { boundaryOf } from "@/lib/files/multipart";
import { packReport, reportCookie } from "@/lib/files/upload-report";
import { positive } from "@/lib/curation/list-state";

/**
 * Takes in files for a record, as they arrive. Nothing of them is read before the sender is known to be allowed; the server in front
 * has refused senders from other sites. Leads to the page that says what became of each; a script asks for that address as JSON.
 */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const id = positive((await params).id);
  const curator = await findSignedIn();
  if (!curator) return refusal(401, "Sign in again, in another window, and repeat the upload.");
  const status = id === null ? null : await loadStatusOf(id);
  if (id === null || status === null) return refusal(404, "There is no such record.");
  if (!may(curator, rightToDescribe(status))) return refusal(403, "This account may not change this record.");
  const boundary = boundaryOf(request.headers.get("content-type"));
  if (boundary === null || request.body === null) return refusal(400, "No files were sent.");

  const arrivals = await receiveFiles(id, { chunks: request.body, boundary }, curator);
  const report = randomUUID();
  const page = `/admin/records/${id}/files`;
  const location = `${page}?upload=${report}`;
  const headers = {
    "set-cookie": `${reportCookie}=${packReport(report, arrivals)}; Path=${page}; Max-Age=300; HttpOnly; SameSite=Strict`,
  };
  return request.headers.get("accept") === "application/json"
    ? Response.json({ location }, { headers })
    : new Response(null, { status: 303, headers: { ...headers, location } });
}

/** A script shows the words; without one they stand alone on the page. */
const refusal = (status: number, message: string) =>
  new Response(`${message}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
