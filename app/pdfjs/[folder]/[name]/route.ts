import { pdfSupportResponse } from "@/lib/files/pdf-support";

type Context = { params: Promise<{ folder: string; name: string }> };

/** What the drawing of PDF pages in the browser needs besides its script. */
export async function GET(_: Request, { params }: Context) {
  const { folder, name } = await params;
  return pdfSupportResponse(folder, name);
}
