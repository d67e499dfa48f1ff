import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase } from "@/db/client";
import { withServices } from "./with-services";

/** Does work with an archive of its own, whatever the person's own one is; its folder, and all that was stored, is gone afterwards. */
export async function inPrivateArchive<Result>(
  purpose: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "archive-bench-"));
  // The services run as another user when we are root, and their folder lies in this one.
  chmodSync(folder, 0o711);
  try {
    for (const name of ["DATABASE_URL", "MEILI_URL", "MEILI_KEY", "NEXTAUTH_URL"]) delete process.env[name];
    process.env["ARCHIVE_DATA"] = join(folder, "data");
    process.env["ARCHIVE_FILES"] = join(folder, "files");
    return await withServices(purpose, async () => {
      try {
        return await work(folder);
      } finally {
        await closeDatabase();
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
