import { sqlPool } from "../client";
import type { PlacedRow } from "./mapped-places";

/** Every place of the archive with its position; in no order. */
export async function listPlacePositions(): Promise<Omit<PlacedRow, "records">[]> {
  const sql = sqlPool();
  return [
    ...(await sql<Omit<PlacedRow, "records">[]>`
      select id, parent_id as "parentId", slug, name, kind, latitude, longitude from places`),
  ];
}
