// @ts-check
// The door of every command: `node lib/cli/launch.mjs COMMAND [ARGUMENTS]`. Plain JavaScript without dependencies, so that it
// runs on a fresh clone and on a Node.js that is too old. The command itself is TypeScript and runs in this same process.
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";
import { commandList, commands } from "./help.mjs";

const oldestNode = [20, 9];
const folder = dirname(fileURLToPath(import.meta.url));
const root = join(folder, "..", "..");

/** @returns {boolean} */
function isNodeTooOld() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

/**
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
async function launch([name = "", ...args]) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const asked = name === "" || name === "help" || name === "--help" || name === "-h";
    (asked ? process.stdout : process.stderr).write(
      `${asked ? "" : `There is no command "${name}".\n\n`}${commandList()}\n`,
    );
    return asked ? 0 : 2;
  }
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(`${command.summary}\n\n${command.help}\n`);
    return 0;
  }
  if (isNodeTooOld()) {
    process.stderr.write(
      `The archive needs Node.js ${oldestNode.join(".")} or later; this is ${process.versions.node}. See https://nodejs.org\n`,
    );
    return 1;
  }

  // Commands find the project's files from here; INIT_CWD (which npm sets too) is where the person stood.
  process.env["INIT_CWD"] ??= process.cwd();
  process.chdir(root);
  // React and Next.js decide by this when they are loaded, which is before any command could set it.
  if (name === "start") Object.assign(process.env, { NODE_ENV: "production" });
  if (name === "dev") Object.assign(process.env, { NODE_ENV: "development" });

  const problem = await ensureDependencies(root, name !== "start");
  if (problem) {
    process.stderr.write(`${problem}\n`);
    return 1;
  }
  const { register } = await import("tsx/esm/api");
  register();
  const { run } = await import(pathToFileURL(join(folder, `${command.file}.ts`)).href);
  return run(args);
}

/** @param {unknown} error */
function explain(error) {
  if (!(error instanceof Error)) return String(error);
  // These are written for the person at the keyboard, and a stack would only hide them.
  const isExpected = error.name === "CommandFailure" || error.name === "ServiceFailure";
  return isExpected ? error.message : (error.stack ?? error.message);
}

try {
  process.exitCode = await launch(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
// Connections of a pool that a command left open must not keep it from ending.
process.exit();
