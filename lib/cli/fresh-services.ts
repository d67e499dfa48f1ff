import postgres from "postgres";
import type { Connections } from "@/lib/services/services";

/** Makes an empty database of this name on the services' server, in place of one that exists, and resolves to its address. */
export async function freshDatabase({ databaseUrl }: Connections, name: string): Promise<string> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`drop database if exists ${sql(name)} with (force)`;
    await sql`create database ${sql(name)}`;
  } finally {
    await sql.end();
  }
  const address = new URL(databaseUrl);
  address.pathname = `/${name}`;
  return address.href;
}

/** Deletes every index of the services' Meilisearch, so that one suite never finds what another left. */
export async function emptySearch({ meili }: Connections): Promise<void> {
  if (!meili) return;
  const headers = { authorization: `Bearer ${meili.key}` };
  const list: unknown = await (await fetch(`${meili.url}/indexes?limit=1000`, { headers })).json();
  for (const uid of uidsOf(list))
    await fetch(`${meili.url}/indexes/${encodeURIComponent(uid)}`, { method: "DELETE", headers });
}

function uidsOf(list: unknown): string[] {
  if (typeof list !== "object" || list === null || !("results" in list) || !Array.isArray(list.results))
    return [];
  return list.results.map((index: { uid: string }) => index.uid);
}
