"use server";

import { redirect } from "next/navigation";
import { requireCurator } from "@/lib/auth/curator";
import { parseForm, type FormState } from "@/lib/form-state";
import { admitUser, changeUser } from "@/lib/users/editing";
import { newUserForm, userChangeForm } from "@/lib/users/form";

/** Lets a person sign in. */
export async function addUser(_: FormState, posted: FormData): Promise<FormState> {
  const curator = await requireCurator("user.manage");
  const form = parseForm(newUserForm, posted);
  if (!form.ok) return form.state;
  const { password: _password, ...typed } = form.data;
  if (await admitUser(form.data, curator)) redirect("/admin/users?notice=user");
  return { errors: { email: ["Somebody has this address already."] }, values: typed, message: null };
}

/** Changes the role, the password or the access of one user, and ends that user's sessions. */
export async function alterUser(_: FormState, posted: FormData): Promise<FormState> {
  const curator = await requireCurator("user.manage");
  const form = parseForm(userChangeForm, posted);
  if (!form.ok) return form.state;
  if (await changeUser(form.data, curator)) redirect("/admin/users?notice=user");
  return {
    errors: {},
    values: {},
    message: "That cannot be: the archive would be left without an administrator.",
  };
}
