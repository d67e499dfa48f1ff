import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The addresses of next-auth that clients may need. It has more, with pages of its own that do not belong to the archive. */
const used = new Set([
  "csrf",
  "providers",
  "session",
  "signin",
  "signin/credentials",
  "signout",
  "callback/credentials",
]);

/** next-auth's own addresses, with settings that are read when somebody asks. */
async function handler(request: Request, context: Context): Promise<Response> {
  const asked = (await context.params).nextauth.join("/");
  // A refused sign-in leads here; the page for another try says all there is to say.
  if (asked === "error") return new Response(null, { status: 303, headers: { Location: "/signin" } });
  if (!used.has(asked)) return new Response("Not found", { status: 404 });
  return NextAuth(authOptions())(request, context);
}

export { handler as GET, handler as POST };
