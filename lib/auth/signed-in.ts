import { findUserOfSession } from "@/db/queries/users";
import { sessionCookie, sessionIdIn } from "./session-cookie";

/** How long a session that was found is believed, in milliseconds: long enough that a curator's searches cost one look. */
const believedMs = 30_000;
const mostBelieved = 1_000;

const believed = new Map<string, { isSignedIn: boolean; until: number }>();

/**
 * Whether the cookies of a request (its header as sent) are those of somebody who is signed in. A token is verified, and its session
 * looked up, once in half a minute, so that asking with every search costs next to nothing; enough for whose turn it is and for
 * nothing else: what somebody may see or do is for `lib/auth/curator` to say.
 */
export async function isSignedIn(cookies: string | undefined): Promise<boolean> {
  const token = cookies === undefined ? null : tokenIn(cookies);
  if (token === null) return false;
  const known = believed.get(token);
  if (known && known.until > Date.now()) return known.isSignedIn;
  const sessionId = await sessionIdIn(token);
  // A token that nobody here made is not remembered, for there is no end of them.
  if (sessionId === null) return false;
  try {
    const user = await findUserOfSession(sessionId);
    remember(token, user !== null);
    return user !== null;
  } catch {
    // Without the database nobody can be proven to be signed in; the next request asks again.
    return false;
  }
}

function remember(token: string, isSignedIn: boolean) {
  believed.delete(token);
  believed.set(token, { isSignedIn, until: Date.now() + believedMs });
  const [oldest] = believed.size > mostBelieved ? believed.keys() : [];
  if (oldest !== undefined) believed.delete(oldest);
}

function tokenIn(cookies: string): string | null {
  const { name } = sessionCookie();
  for (const cookie of cookies.split(";")) {
    const [key, value] = cookie.trim().split("=", 2);
    if (key === name && value) return value;
  }
  return null;
}
