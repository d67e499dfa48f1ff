import { findCandidates, linkListNames, linkLists } from "@/lib/curation/picking";
import { requireCurator } from "@/lib/auth/curator";
import { readable } from "@/lib/form-fields";

type Context = { params: Promise<{ list: string }> };

/** Entries for a picker: those that come close to `q`, as JSON. For curators only. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  await requireCurator();
  const asked = (await params).list;
  const list = linkListNames.find((name) => name === asked);
  if (!list) return new Response("There is no such list.", { status: 404 });
  const text = readable(new URL(request.url).searchParams.get("q") ?? "");
  const candidates = await findCandidates(linkLists[list].picker, text, 8);
  return Response.json(candidates, { headers: { "Cache-Control": "private, no-store" } });
}
