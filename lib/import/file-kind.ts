import { isAuthorityLine } from "./authority-line";
import { fileLines } from "./lines";

/** Whether a file is one of people, organisations and places, told by its first line that can be read. */
export async function isAuthorityFile(path: string): Promise<boolean> {
  for await (const line of fileLines(path)) if ("text" in line) return isAuthorityLine(line.text);
  return false;
}
