"use server";

import { redirect } from "next/navigation";
import { safeReturnPath } from "@/lib/auth/return-path";
import { openSession } from "@/lib/auth/session";
import { parseForm, type FormState } from "@/lib/form-state";
import { signInForm } from "@/lib/users/form";
import { waitInWords } from "@/lib/users/view";

/** Signs in and goes on to where the curator was going. */
export async function signIn(returnTo: string, _: FormState, posted: FormData): Promise<FormState> {
  const form = parseForm(signInForm, posted);
  if (!form.ok) return form.state;
  const result = await openSession(form.data.email, form.data.password);
  if (result.ok) redirect(safeReturnPath(returnTo));
  const message =
    result.reason === "limited"
      ? `There were too many attempts to sign in. Try again in ${waitInWords(result.waitSeconds)}.`
      : "This e-mail address and password do not go together.";
  return { errors: {}, values: { email: form.data.email }, message };
}
