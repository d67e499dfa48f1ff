import { z } from "zod";
import { userRoles } from "@/lib/archive/vocabulary";
import { longestPassword, shortestPassword } from "@/lib/users/password-rules";
import { required } from "@/lib/form-fields";

const tooLong = { error: `A password has at most ${longestPassword} characters.` };

/** A password that somebody chooses. */
export const newPassword = z
  .string()
  .min(shortestPassword, { error: `A password has at least ${shortestPassword} characters.` })
  .max(longestPassword, tooLong);

/** A password that somebody claims to have. */
const claimedPassword = (error: string) => z.string().min(1, { error }).max(longestPassword, tooLong);

/** The longest that an e-mail address can be: 64 characters, the at sign, 255 more (RFC 3696). */
const longestEmail = 320;

/** The address of somebody who may already sign in, whatever it looks like. */
export const knownEmail = required("Write an e-mail address.")
  .transform((text) => text.toLowerCase())
  .pipe(z.string().max(longestEmail, { error: "This is too long for an e-mail address." }));

/** The address of somebody new; NAME@localhost is one too, for an archive without mail. */
export const newEmail = knownEmail.refine(
  (text) => z.email().safeParse(text).success || /^[a-z0-9._+-]+@localhost$/.test(text),
  { error: "Write an e-mail address." },
);

/** What signing in takes; what is wrong with it is not told apart. */
export const signInForm = z.object({
  email: knownEmail,
  password: claimedPassword("Write your password."),
});

export const newUserForm = z.object({
  email: newEmail,
  name: required("Write the person's name."),
  role: z.enum(userRoles, { error: "Choose a role." }),
  password: newPassword,
});

export const userChangeForm = z.discriminatedUnion("change", [
  z.object({ change: z.literal("role"), email: knownEmail, role: z.enum(userRoles) }),
  z.object({ change: z.literal("password"), email: knownEmail, password: newPassword }),
  z.object({ change: z.literal("disable"), email: knownEmail }),
  z.object({ change: z.literal("enable"), email: knownEmail }),
]);

export const ownPasswordForm = z.object({
  currentPassword: claimedPassword("Write your present password."),
  newPassword,
});
