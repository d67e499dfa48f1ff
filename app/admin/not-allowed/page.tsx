import { requireCurator } from "@/lib/auth/curator";
import { DeskHeading } from "../_components/desk-heading";

export default async function NotAllowedPage() {
  const curator = await requireCurator();
  return (
    <>
      <DeskHeading title="Your account may not do that" />
      <p>
        You are signed in as {curator.name}, {curator.role}. An administrator of the archive can change the
        role of an account.
      </p>
      <p>
        <a href="/admin">Back to the work list</a>
      </p>
    </>
  );
}
