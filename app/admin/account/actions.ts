"use server";

import { redirect } from "next/navigation";
import { requireCurator } from "@/lib/auth/curator";
import { parseForm, type FormState } from "@/lib/form-state";
import { changeOwnPassword } from "@/lib/users/editing";
import { ownPasswordForm } from "@/lib/users/form";

/** Changes the curator's own password; all their sessions end, this one too. */
export async function changePassword(_: FormState, posted: FormData): Promise<FormState> {
  const curator = await requireCurator();
  const form = parseForm(ownPasswordForm, posted);
  if (!form.ok) return form.state;
  const outcome = await changeOwnPassword(form.data.currentPassword, form.data.newPassword, curator);
  if (outcome === "changed") redirect("/signin?notice=password-changed");
  const problem =
    outcome === "wrong"
      ? "This is not your present password."
      : "There were too many attempts. Try again in a quarter of an hour.";
  return { errors: { currentPassword: [problem] }, values: {}, message: null };
}
