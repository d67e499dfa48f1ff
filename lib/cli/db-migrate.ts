import { applyMigrations } from "@/db/migrate";
import { say } from "./progress";
import { withServices } from "./with-services";

/** `npm run db:migrate`: applies the migrations that the database lacks. */
export async function run(): Promise<number> {
  const { applied } = await withServices("db:migrate", () => applyMigrations());
  say(applied === 0 ? "The database has every migration." : `${applied} migrations applied.`);
  return 0;
}
