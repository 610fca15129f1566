/** One process as the system lists it. */
export interface ProcessRow {
  pid: number;
  parent: number;
  group: number;
  session: number;
  /** Resident memory in bytes. */
  rss: number;
  /** Tells a reused pid from the first one; 0 where the system does not say. */
  startedAt: number;
}

let pageBytes = 0;

function pageSize(): number {
  if (pageBytes > 0) return pageBytes;
  try {
    const { stdout } = new Deno.Command("getconf", { args: ["PAGESIZE"] }).outputSync();
    pageBytes = Number(new TextDecoder().decode(stdout)) || 4096;
  } catch {
    pageBytes = 4096;
  }
  return pageBytes;
}

/** Every process that can be seen: from /proc on Linux, from `ps` elsewhere. */
export async function listProcesses(): Promise<ProcessRow[]> {
  return Deno.build.os === "linux" ? listFromProc() : await listFromPs();
}

function listFromProc(): ProcessRow[] {
  const rows: ProcessRow[] = [];
  for (const entry of Deno.readDirSync("/proc")) {
    if (!/^\d+$/.test(entry.name)) continue;
    const row = readStat(entry.name);
    if (row) rows.push(row);
  }
  return rows;
}

function readStat(pid: string): ProcessRow | undefined {
  try {
    const text = Deno.readTextFileSync(`/proc/${pid}/stat`);
    // The command in brackets may hold spaces and brackets itself; fields count from behind it.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return undefined;
    return {
      pid: Number(pid),
      parent: Number(fields[1]),
      group: Number(fields[2]),
      session: Number(fields[3]),
      startedAt: Number(fields[19]),
      rss: Number(fields[21]) * pageSize(),
    };
  } catch {
    return undefined; // It ended while we looked.
  }
}

async function listFromPs(): Promise<ProcessRow[]> {
  const { stdout } = await new Deno.Command("ps", {
    args: ["-axo", "pid=,ppid=,pgid=,rss="],
    stderr: "null",
  }).output();
  return new TextDecoder().decode(stdout).trim().split("\n").map((line) => {
    const [pid = 0, parent = 0, group = 0, rss = 0] = line.trim().split(/\s+/).map(Number);
    return { pid, parent, group, session: group, rss: rss * 1024, startedAt: 0 };
  });
}

/** Whether a process was started with this environment entry (Linux only, else false). */
export function hasEnvironmentEntry(pid: number, entry: string): boolean {
  try {
    return `\0${Deno.readTextFileSync(`/proc/${pid}/environ`)}`.includes(`\0${entry}\0`);
  } catch {
    return false; // It ended, it is not ours to read, or there is no /proc.
  }
}
