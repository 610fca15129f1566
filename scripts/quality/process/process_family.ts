import { setTimeout as pause } from "node:timers/promises";
import { hasEnvironmentEntry, listProcesses, type ProcessRow } from "./process_table.ts";

/** A tool's processes: its group and session, their descendants, and strays that carry the mark. */
export class ProcessFamily {
  #root: number;
  #mark: string;
  #known = new Set<string>();
  #strangers = new Set<string>();

  /**
   * @param root Pid of the group's leader.
   * @param mark An environment entry `NAME=value` that only this family was started with.
   */
  constructor(root: number, mark: string) {
    this.#root = root;
    this.#mark = mark;
  }

  /** The members that are alive now. */
  async members(): Promise<ProcessRow[]> {
    const rows = await listProcesses();
    const members = new Map<number, ProcessRow>();
    for (const row of rows) {
      if (row.pid !== Deno.pid && this.#isMember(row)) members.set(row.pid, row);
    }
    addDescendants(rows, members);
    for (const row of members.values()) this.#known.add(nameOf(row));
    return [...members.values()];
  }

  #isMember(row: ProcessRow): boolean {
    if (row.group === this.#root || row.session === this.#root) return true;
    if (this.#known.has(nameOf(row))) return true;
    if (this.#strangers.has(nameOf(row))) return false;
    if (hasEnvironmentEntry(row.pid, this.#mark)) return true;
    this.#strangers.add(nameOf(row));
    return false;
  }

  /** Kills everything with SIGKILL, again until nobody is left or two seconds have gone by. */
  async kill(): Promise<void> {
    const deadline = Date.now() + 2000;
    this.#strangers.clear(); // A process may have been looked at before it had its environment.
    do {
      send(-this.#root);
      const members = await this.members();
      if (members.length === 0) return;
      for (const member of members) send(member.pid);
      await pause(20);
    } while (Date.now() < deadline);
  }
}

function nameOf(row: ProcessRow): string {
  return `${row.pid}@${row.startedAt}`;
}

function addDescendants(rows: ProcessRow[], members: Map<number, ProcessRow>): void {
  let grew = true;
  while (grew) {
    grew = false;
    for (const row of rows) {
      if (members.has(row.pid) || !members.has(row.parent) || row.pid === Deno.pid) continue;
      members.set(row.pid, row);
      grew = true;
    }
  }
}

function send(pid: number): void {
  try {
    Deno.kill(pid, "SIGKILL");
  } catch {
    // Already gone.
  }
}
