import type { Metadata } from "next";
import { SiteFrame } from "@/app/_components/site-frame";
import { safeReturnPath } from "@/lib/auth/return-path";
import { signIn } from "./actions";
import { SignInForm } from "./_components/sign-in-form";
import styles from "./signin.module.css";

export const metadata: Metadata = { title: "Sign in", robots: { index: false, follow: false } };

const notices = new Map([
  ["signed-out", "You are signed out."],
  ["password-changed", "Your password is changed. Sign in with the new one."],
]);

export default async function SignInPage({ searchParams }: PageProps<"/signin">) {
  const { then, callbackUrl, notice } = await searchParams;
  const message = notices.get(String(notice)) ?? null;
  return (
    <SiteFrame>
      <div className={styles.page}>
        <h1>Sign in</h1>
        <p>For curators of this archive. Reading needs no account.</p>
        {message ? <p role="status">{message}</p> : null}
        <SignInForm action={signIn.bind(null, safeReturnPath(then ?? callbackUrl))} />
      </div>
    </SiteFrame>
  );
}
