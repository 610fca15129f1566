import { readdirSync, readFileSync } from "node:fs";
import postgres, { type Sql } from "postgres";

/** What a server had used at one moment. */
export interface Reading {
  /** CPU time of all processes of the cluster but the meter's own, in microseconds. */
  readonly cpuMicros: number;
  /** CPU time of the one session that was asked for, in microseconds. */
  readonly sessionMicros: number;
  /** Bytes of write-ahead log written since the cluster began. */
  readonly walBytes: number;
}

/** What some work used: differences of two readings, and how long the client waited. */
export interface Usage extends Reading {
  readonly millis: number;
}

const tickMicros = 10_000; // one of the kernel's clock ticks, of which there are 100 a second

/** Nanoseconds on a CPU, as the scheduler counts them, in microseconds; 0 for a process that ended. */
function onCpu(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1000;
  } catch {
    return 0;
  }
}

function fieldsOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

/** Reads what a server uses, from the kernel's own counts. Linux only. */
export class ServerMeter {
  readonly #sql: Sql;
  readonly #postmaster: number;
  readonly #own: number;
  #children: number[] = [];
  #listed = 0;

  private constructor(sql: Sql, postmaster: number, own: number) {
    this.#sql = sql;
    this.#postmaster = postmaster;
    this.#own = own;
  }

  /** Opens a session of its own. Throws where the kernel does not tell (not Linux). */
  static async open(url: string, dataDir: string): Promise<ServerMeter> {
    if (Deno.build.os !== "linux") {
      throw new Error("Cannot measure CPU time here: it is read from /proc, which Linux has.");
    }
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    const [session] = await sql`select pg_backend_pid() as pid`;
    const postmaster = parseInt(readFileSync(`${dataDir}/postmaster.pid`, "utf8"), 10);
    return new ServerMeter(sql, postmaster, Number(session?.pid));
  }

  /** The server's processes; looked up once in 100 ms, since new ones come seldom. */
  #processes(): number[] {
    if (performance.now() - this.#listed > 100) {
      this.#listed = performance.now();
      this.#children = readdirSync("/proc").map(Number).filter((pid) =>
        pid > 0 && pid !== this.#own && Number(fieldsOf(pid)[1]) === this.#postmaster
      );
    }
    return this.#children;
  }

  /** Reads all counts; `session` is the process id of the session to tell apart. */
  async read(session: number): Promise<Reading> {
    const [row] = await this.#sql`
      select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as bytes`;
    const ended = fieldsOf(this.#postmaster).slice(13, 15).reduce((sum, n) => sum + Number(n), 0);
    const living = this.#processes().reduce((sum, pid) => sum + onCpu(pid), 0);
    return {
      cpuMicros: living + onCpu(this.#postmaster) + ended * tickMicros,
      sessionMicros: onCpu(session),
      walBytes: Number(row?.bytes),
    };
  }

  /** Runs `work` and tells what the server used for it. */
  async measure(session: number, work: () => Promise<unknown>): Promise<Usage> {
    const before = await this.read(session);
    const began = performance.now();
    await work();
    const millis = performance.now() - began;
    const after = await this.read(session);
    return {
      cpuMicros: after.cpuMicros - before.cpuMicros,
      sessionMicros: after.sessionMicros - before.sessionMicros,
      walBytes: after.walBytes - before.walBytes,
      millis,
    };
  }

  /** Row versions that updates and deletes left dead so far, by database. */
  async deadRows(): Promise<Map<string, number>> {
    const rows = await this.#sql`
      select datname as name, (tup_updated + tup_deleted)::float8 as dead
      from pg_stat_database where datname is not null`;
    return new Map(rows.map((row) => [String(row.name), Number(row.dead)]));
  }

  close(): Promise<void> {
    return this.#sql.end({ timeout: 1 });
  }
}
