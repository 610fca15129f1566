import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "@std/path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { rootFolder, type ServerUser } from "./server_user.ts";

/** What one start of the server program needs. */
export interface ServerLaunch {
  readonly bin: string;
  readonly user: ServerUser;
  readonly data: string;
  readonly log: string;
  readonly settings: Readonly<Record<string, string | number>>;
  readonly url: string;
}

/** A TCP port of the loopback address that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const endingSignals = Deno.build.os === "windows"
  ? ["SIGINT"] as const
  : ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The server program as a child of ours; it ends with us unless we are killed. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  readonly #endWithUs = () => this.#child.kill("SIGQUIT");
  readonly #endOnSignal = (signal: string) => {
    this.#endWithUs();
    // Somebody else who listens decides how we end; else as if nobody had listened.
    if (process.listenerCount(signal) === 1) process.exit(130);
  };

  constructor(launch: ServerLaunch) {
    const settings = Object.entries(launch.settings).flatMap(([name, value]) => [
      "-c",
      `${name}=${value}`,
    ]);
    const log = openSync(launch.log, "a");
    this.#child = spawn(join(launch.bin, "postgres"), ["-D", launch.data, ...settings], {
      ...launch.user,
      cwd: rootFolder(),
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    this.#ended = new Promise((resolve) => {
      this.#child.once("exit", () => resolve());
      this.#child.once("error", () => resolve());
    });
    process.once("exit", this.#endWithUs);
    for (const signal of endingSignals) process.on(signal, this.#endOnSignal);
  }

  /** The postmaster's process id. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Resolves once the server answers; throws with the end of its log when it ended or 60 s passed. */
  async ready(launch: ServerLaunch): Promise<void> {
    let ended = false;
    this.#ended.then(() => ended = true);
    for (let wait = 20, waited = 0; !ended && waited < 60_000; wait = Math.min(wait * 1.5, 250)) {
      if (await answers(launch.url)) return;
      await pause(wait);
      waited += wait;
    }
    await this.end("SIGQUIT");
    const log = await readFile(launch.log, "utf8");
    throw new Error(`Cannot start Postgres in ${launch.data}:\n${log.trim().slice(-1500)}`);
  }

  /** Sends a signal and waits until the server has ended. */
  async end(signal: "SIGINT" | "SIGQUIT" | "SIGKILL"): Promise<void> {
    process.removeListener("exit", this.#endWithUs);
    for (const name of endingSignals) process.removeListener(name, this.#endOnSignal);
    this.#child.kill(signal);
    await this.#ended;
  }
}
