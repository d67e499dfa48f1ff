import "server-only";
import { listUsers } from "@/db/queries/users";
import { requireCurator } from "@/lib/auth/curator";

/** Everyone who may sign in, for administrators. */
export async function loadUsers() {
  const curator = await requireCurator("user.manage", "/admin/users");
  return { curator, users: await listUsers() };
}
