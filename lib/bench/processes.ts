import { readdirSync, readFileSync } from "node:fs";

/**
 * What a set of processes has used and holds, and how much of that is not pages of mapped files, which the system takes back when it
 * needs them. Linux only: it is read from /proc.
 */
export type Usage = { readonly cpuMs: number; readonly pssMiB: number; readonly ownMiB: number };

/** The processes of the archive that is measured, apart from the one that measures. */
export type Group = "server" | "database" | "engine";

/** Clock ticks a second in /proc, the same on every Linux that Node.js runs on. */
const ticksPerSecond = 100;

type Status = { pid: number; name: string; parent: number; ownTicks: number; childTicks: number };

function statusOf(pid: number): Status | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    const end = line.lastIndexOf(")");
    const fields = line
      .slice(end + 2)
      .split(" ")
      .map(Number);
    return {
      pid,
      name: line.slice(line.indexOf("(") + 1, end),
      parent: fields[1] ?? 0,
      ownTicks: (fields[11] ?? 0) + (fields[12] ?? 0),
      // Of children that have ended; a backend's time moves here when its connection closes.
      childTicks: (fields[13] ?? 0) + (fields[14] ?? 0),
    };
  } catch {
    return null;
  }
}

/** A process and everything that descends from it. */
function treeOf(root: number): Status[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statusOf(Number(pid)) ?? []);
  const tree = all.filter(({ pid }) => pid === root);
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
  return tree;
}

type Memory = Pick<Usage, "pssMiB" | "ownMiB">;

/** Proportional set size (shared pages counted in parts), 0 for a process that has just ended. */
function memoryOf(pid: number): Memory {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    const mebibytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(rollup)?.[1] ?? 0) / 1024;
    return { pssMiB: mebibytes("Pss"), ownMiB: mebibytes("Pss") - mebibytes("Pss_File") };
  } catch {
    return { pssMiB: 0, ownMiB: 0 };
  }
}

/** Finds the services among the descendants of this process: the server by its id, the others by name. */
export function watchProcesses(serverPid: number) {
  const groups = (): Record<Group, Status[]> => {
    const children = treeOf(process.pid);
    return {
      server: treeOf(serverPid),
      database: children.filter(({ name }) => name.startsWith("postgres")),
      engine: children.filter(({ name }) => name.startsWith("meili")),
    };
  };
  const usage = (processes: readonly Status[]): Usage => {
    const memories = processes.map(({ pid }) => memoryOf(pid));
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
    const ticks = sum(processes.map(({ ownTicks, childTicks }) => ownTicks + childTicks));
    return {
      cpuMs: (ticks * 1000) / ticksPerSecond,
      pssMiB: sum(memories.map(({ pssMiB }) => pssMiB)),
      ownMiB: sum(memories.map(({ ownMiB }) => ownMiB)),
    };
  };
  /** CPU time so far and memory now, by group. */
  return (): Record<Group, Usage> => {
    const { server, database, engine } = groups();
    return { server: usage(server), database: usage(database), engine: usage(engine) };
  };
}

/** CPU time a process has used, in milliseconds. */
export const cpuMsOf = (pid: number): number => ((statusOf(pid)?.ownTicks ?? 0) * 1000) / ticksPerSecond;
