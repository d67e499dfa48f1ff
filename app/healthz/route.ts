export const dynamic = "force-dynamic";

/** Answers while the process lives; whether it can serve readers is the question of /readyz. */
export function GET() {
  return Response.json({ status: "alive" }, { headers: { "Cache-Control": "no-store" } });
}
