import { mayReadDrafts } from "@/lib/files/reader";
import { derivativeResponse } from "@/lib/files/response";

type Context = { params: Promise<{ id: string; version: string; path: string[] }> };

/** A thumbnail, picture or tile of a page of a file. */
export async function GET(request: Request, { params }: Context) {
  const { id, version, path } = await params;
  return derivativeResponse(id, version, path.map(decodeURIComponent), {
    headers: request.headers,
    mayReadDrafts,
  });
}
