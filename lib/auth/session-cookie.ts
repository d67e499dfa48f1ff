import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { sessionSeconds } from "./sign-in";

/** The claim of the token that names the session's row; the row decides, the token only points to it. */
export const sessionClaim = "sid";

/** Cookies are bound to TLS when the archive's public address is; NEXTAUTH_URL says which it is. */
export const isSecure = () => env().NEXTAUTH_URL?.startsWith("https://") ?? false;

/** Name and attributes of the session cookie, the same for next-auth and for our own sign-in form. */
export function sessionCookie() {
  const secure = isSecure();
  return {
    name: `${secure ? "__Secure-" : ""}next-auth.session-token`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

/** The token that names a session of a user. */
export const tokenOf = (sessionId: string, userId: number): Promise<string> =>
  encode({
    token: { sub: String(userId), [sessionClaim]: sessionId },
    secret: env().NEXTAUTH_SECRET,
    maxAge: sessionSeconds,
  });

/** The id of the session that a token names; null for a token that is none of ours or has run out. */
export async function sessionIdIn(token: string): Promise<string | null> {
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  const sessionId = claims?.[sessionClaim];
  return typeof sessionId === "string" ? sessionId : null;
}
