import { parseArgs } from "node:util";
import { z } from "zod";
import { addUser, changePassword, changeRole, disableUser, enableUser } from "@/db/commands/users";
import { listUsers } from "@/db/queries/users";
import { userRoles } from "@/lib/archive/vocabulary";
import { hashPassword } from "@/lib/auth/password";
import { knownEmail, newEmail, newPassword } from "@/lib/users/form";
import { makePassword } from "./administrator";
import { CommandFailure } from "./command-failure";
import { say } from "./progress";
import { askPassword } from "./ask-password";
import { withServices } from "./with-services";

const role = z.enum(userRoles);
const actions = ["add", "password", "role", "disable", "enable"] as const;

type Request =
  | { action: "list" }
  | { action: "add"; email: string; role: z.infer<typeof role>; name: string }
  | { action: "role"; email: string; role: z.infer<typeof role> }
  | { action: "password" | "disable" | "enable"; email: string };

/** Reads the words after `npm run user --`. Throws a `CommandFailure` that says what is missing. */
export function readUserArguments(args: string[]): Request {
  const { positionals, values } = parse(args);
  const [action, address] = positionals;
  if (action === "list") return { action };
  const known = actions.find((one) => one === action);
  if (!known)
    throw new CommandFailure(
      "Say what to do: add, list, password, role, disable or enable (see npm run user -- --help).",
    );
  const person = (known === "add" ? newEmail : knownEmail).safeParse(address ?? "");
  if (!person.success) throw new CommandFailure(`npm run user -- ${known} needs an e-mail address.`);
  if (known === "password" || known === "disable" || known === "enable")
    return { action: known, email: person.data };

  const given = role.safeParse(values.role);
  if (!given.success)
    throw new CommandFailure(`npm run user -- ${known} needs --role ${role.options.join("|")}.`);
  if (known === "role") return { action: known, email: person.data, role: given.data };
  const name = values.name?.trim() || (person.data.split("@")[0] ?? person.data);
  return { action: known, email: person.data, role: given.data, name };
}

function parse(args: string[]) {
  try {
    const options = { role: { type: "string" }, name: { type: "string" } } as const;
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new CommandFailure(error instanceof Error ? error.message : String(error));
  }
}

/** `npm run user`: adds, lists and changes the people who may sign in. */
export async function run(args: string[]): Promise<number> {
  const request = readUserArguments(args);
  // Asked before anything starts, so that nobody types while services report.
  const password =
    request.action === "add" || request.action === "password" ? await choosePassword(request.email) : null;
  const done = await withServices("user", () => perform(request, password));
  if (password?.isMadeUp && done) say(`The password is ${password.text} (shown this once).`);
  return done ? 0 : 1;
}

type Password = { text: string; isMadeUp: boolean };

async function choosePassword(person: string): Promise<Password> {
  const given = process.env["ARCHIVE_USER_PASSWORD"];
  if (given) return { text: longEnough(given), isMadeUp: false };
  const typed = await askPassword(`Password for ${person} (empty: make one up): `);
  return typed ? { text: longEnough(typed), isMadeUp: false } : { text: makePassword(), isMadeUp: true };
}

function longEnough(password: string): string {
  const checked = newPassword.safeParse(password);
  if (checked.success) return checked.data;
  throw new CommandFailure(checked.error.issues.map(({ message }) => message).join(" "));
}

/** Resolves to whether the request could be met; says what was done or why not. */
async function perform(request: Request, password: Password | null): Promise<boolean> {
  if (request.action === "list") return showUsers();
  const person = request.email;
  const passwordHash = password ? await hashPassword(password.text) : "";
  switch (request.action) {
    case "add":
      return report(
        await addUser({ email: person, name: request.name, role: request.role, passwordHash }, "archive"),
        `${person} may sign in as ${request.role}.`,
        `There is a user ${person} already.`,
      );
    case "password":
      return report(
        await changePassword(person, passwordHash, "archive"),
        `${person} has a new password.`,
        unknown(person),
      );
    case "role":
      return report(
        await changeRole(person, request.role, "archive"),
        `${person} is ${request.role} now.`,
        unknownOrLast(person),
      );
    case "disable":
      return report(
        await disableUser(person, "archive"),
        `${person} cannot sign in any more.`,
        unknownOrLast(person),
      );
    case "enable":
      return report(await enableUser(person, "archive"), `${person} may sign in again.`, unknown(person));
  }
}

const unknown = (person: string) => `There is no user ${person}.`;
const unknownOrLast = (person: string) =>
  `Nothing was changed: ${person} is nobody here, or the only administrator there is.`;

function report(done: unknown, success: string, failure: string): boolean {
  say(done ? success : failure);
  return Boolean(done);
}

async function showUsers(): Promise<boolean> {
  const users = await listUsers();
  if (users.length === 0) say("There are no users.");
  for (const user of users)
    say(`${user.email}  ${user.role}  ${user.name}${user.disabledAt ? "  (disabled)" : ""}`);
  return true;
}
