import type { Metadata } from "next";
import { requireCurator } from "@/lib/auth/curator";
import { DeskHeading } from "../_components/desk-heading";
import { PasswordForm } from "./_components/password-form";
import { changePassword } from "./actions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const curator = await requireCurator("record.read-unpublished", "/admin/account");
  return (
    <>
      <DeskHeading title="Your account" kicker={`${curator.name} · ${curator.email} · ${curator.role}`} />
      <h2>Change your password</h2>
      <p>You will be signed out everywhere and sign in again with the new one.</p>
      <PasswordForm action={changePassword} email={curator.email} />
    </>
  );
}
