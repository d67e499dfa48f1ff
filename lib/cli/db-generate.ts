import { runProgram } from "./program";

/** `npm run db:generate`: writes a migration for what changed in db/schema. */
export async function run(args: string[]): Promise<number> {
  const { code } = await runProgram({
    script: "drizzle-kit/bin.cjs",
    args: ["generate", ...args],
    shown: true,
  });
  return code === 0 ? 0 : 1;
}
