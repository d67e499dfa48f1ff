import { z } from "zod";
import { userRoles } from "@/lib/archive/vocabulary";
import { longestPassword, shortestPassword } from "@/lib/users/password-rules";
import { required } from "@/lib/form-fields";

const password = z
  .string()
  .min(shortestPassword, { error: `A password has at least ${shortestPassword} characters.` })
  .max(longestPassword, { error: `A password has at most ${longestPassword} characters.` });

const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: "Write an e-mail address." }));

/** What signing in takes; what is wrong with it is not told apart. */
export const signInForm = z.object({
  email: required("Write your e-mail address."),
  password: z.string().min(1, { error: "Write your password." }),
});

export const newUserForm = z.object({
  email,
  name: required("Write the person's name."),
  role: z.enum(userRoles, { error: "Choose a role." }),
  password,
});

export const userChangeForm = z.discriminatedUnion("change", [
  z.object({ change: z.literal("role"), email, role: z.enum(userRoles) }),
  z.object({ change: z.literal("password"), email, password }),
  z.object({ change: z.literal("disable"), email }),
  z.object({ change: z.literal("enable"), email }),
]);

export const ownPasswordForm = z.object({
  currentPassword: z.string().min(1, { error: "Write your present password." }),
  newPassword: password,
});
