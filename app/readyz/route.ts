import { readiness } from "@/lib/server/readiness";

export const dynamic = "force-dynamic";

/** Answers 200 when readers can be served, also when that is only possible in a reduced way, else 503. */
export async function GET() {
  const report = await readiness();
  return Response.json(report, {
    status: report.status === "failing" ? 503 : 200,
    headers: { "Cache-Control": "no-store" },
  });
}
