import { hash, verify, type Options } from "@node-rs/argon2";
import { longestPassword } from "@/lib/users/password-rules";

/** OWASP's second recommendation for argon2id (the package's default algorithm): 19 MiB, two passes, one lane. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The encoded argon2id hash (RFC 9106) of a password, with its own salt. */
export async function hashPassword(plain: string): Promise<string> {
  return hash(plain, cost);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password fits the encoded hash. Without a hash it does the same work for nothing and says false, so that the time
 * of an answer does not tell which accounts exist.
 */
export async function verifyPassword(encoded: string | null, plain: string): Promise<boolean> {
  decoy ??= hashPassword("no account has this password");
  const fits = await verify(encoded ?? (await decoy), plain.slice(0, longestPassword));
  return fits && encoded !== null;
}
