import { recordInFormat } from "@/lib/records/format-response";

/** A record as a file: `/document/{slug}.txt` and its like are rewritten to here. */
export async function GET(request: Request, { params }: RouteContext<"/document/[slug]/format/[format]">) {
  const { slug, format } = await params;
  return recordInFormat(slug, format, request.headers);
}
