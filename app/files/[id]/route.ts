import { mayReadDrafts } from "@/lib/files/reader";
import { fileResponse } from "@/lib/files/response";

/** The bytes of a scan or PDF of a published record; with `?download` for keeping. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return fileResponse((await params).id, {
    headers: request.headers,
    isDownload: new URL(request.url).searchParams.has("download"),
    mayReadDrafts,
  });
}
