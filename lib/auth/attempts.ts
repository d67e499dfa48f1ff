import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "@/db/client";
import { rateLimits } from "@/db/schema";

const quarterHour = 15 * 60;

/** Wrong passwords that one account may meet in a quarter of an hour, whoever types them, and that one address may type. */
export const attemptsPerAccount = 10;
const attemptsPerAddress = 50;

function makeLimiters() {
  const common = {
    storeClient: db(),
    schema: rateLimits,
    duration: quarterHour,
    clearExpiredByTimeout: true,
  };
  return {
    account: new RateLimiterDrizzle({ ...common, keyPrefix: "signin-account", points: attemptsPerAccount }),
    address: new RateLimiterDrizzle({ ...common, keyPrefix: "signin-address", points: attemptsPerAddress }),
  };
}

let limiters: ReturnType<typeof makeLimiters> | undefined;
const limits = () => (limiters ??= makeLimiters());

/**
 * Counts an attempt to sign in before the password is looked at, so that many at once cannot slip through. Returns the seconds
 * to wait when the account or the address has had too many, else null. Throws when the database cannot be reached.
 */
export async function countAttempt(email: string, address: string): Promise<number | null> {
  const { account, address: perAddress } = limits();
  try {
    await perAddress.consume(address);
    await account.consume(email.trim().toLowerCase());
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

/** Forgets an account's attempts after a right password, and takes back the one that was counted for the address. */
export async function forgetAttempts(email: string, address: string) {
  const { account, address: perAddress } = limits();
  await account.delete(email.trim().toLowerCase());
  await perAddress.reward(address);
}
