"use server";

import { redirect } from "next/navigation";
import { closeSession } from "@/lib/auth/session";

/** Signs out; copies of the cookie are worth nothing from then on. */
export async function signOut() {
  await closeSession();
  redirect("/signin?notice=signed-out");
}
