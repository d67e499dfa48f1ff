import "server-only";
import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { endSession } from "@/db/commands/sessions";
import { env } from "@/lib/env";
import { signInForm } from "@/lib/users/form";
import { safeReturnPath } from "./return-path";
import { isSecure, sessionClaim, sessionCookie } from "./session-cookie";
import { sessionSeconds, signInWithPassword } from "./sign-in";

/** next-auth's settings: e-mail and password, and tokens that carry nothing but who and which session. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    jwt: { maxAge: sessionSeconds },
    // The button that signs out stands on every page of the desk.
    pages: { signIn: "/signin", signOut: "/admin", error: "/signin" },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: sessionCookie() },
    providers: [
      credentials({
        credentials: { email: { label: "E-mail" }, password: { label: "Password", type: "password" } },
        async authorize(given, request) {
          const address = String(request.headers?.["x-forwarded-for"] ?? "unknown");
          const form = signInForm.safeParse(given);
          if (!form.success) return null;
          const result = await signInWithPassword({ ...form.data, address });
          return result.ok ? { ...result.user, id: result.sessionId } : null;
        },
      }),
    ],
    callbacks: {
      // At sign-in next-auth hands over what `authorize` returned, whose id is the session's.
      jwt: ({ token, user }) => (user ? { ...token, [sessionClaim]: user.id } : token),
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
        return `${baseUrl}${safeReturnPath(path)}`;
      },
    },
    events: {
      async signOut({ token }) {
        const sessionId = token[sessionClaim];
        if (typeof sessionId === "string") await endSession(sessionId);
      },
    },
  };
}
