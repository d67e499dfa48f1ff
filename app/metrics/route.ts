import { metrics } from "@/lib/server/metrics";

export const dynamic = "force-dynamic";

/** How the archive does, in the text format of Prometheus; 503 while that cannot be told. */
export async function GET() {
  const { contentType, text } = await metrics();
  return new Response(text ?? "# The database does not answer.\n", {
    status: text === null ? 503 : 200,
    headers: { "Content-Type": contentType, "Cache-Control": "no-store" },
  });
}
