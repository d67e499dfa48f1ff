import { fileResponse } from "@/lib/files/response";

/** The bytes of a scan or PDF of a published record. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return fileResponse((await params).id, request.headers);
}
