import { connection } from "next/server";

/** Answers while the process lives; whether it can serve readers is the question of /readyz. */
export async function GET() {
  await connection();
  return Response.json({ status: "alive" }, { headers: { "Cache-Control": "no-store" } });
}
