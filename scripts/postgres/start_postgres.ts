import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { join } from "@std/path";
import { copyFolder } from "../db/copy_folder.ts";
import { findServer, prefixOf, type ServerPrograms } from "./find_servers.ts";
import { preparePrograms } from "./prepare_programs.ts";
import { makeServerFolder, type ServerFolder } from "./server_folder.ts";
import { freePort, type ServerLaunch, ServerProcess } from "./server_process.ts";
import { runAs, serverUser } from "./server_user.ts";

/** Settings of {@link startPostgres}. */
export interface StartOptions {
  /** A major version; the first server found by default. */
  readonly major?: number;
  /** Server settings over ours, such as `{ fsync: "on", max_connections: 200 }`. */
  readonly settings?: Readonly<Record<string, string | number>>;
  /** Begins with a copy of this data folder of the same server instead of a new cluster. */
  readonly data?: string;
}

/** A running server that belongs to the caller. The superuser is `postgres`, without password. */
export interface PostgresServer {
  /** Connection text of the database `postgres`. */
  readonly url: string;
  readonly major: number;
  readonly programs: ServerPrograms;
  /** The folder of its data. */
  readonly dataDir: string;
  /** The file that it logs into. */
  readonly logFile: string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
  /** Stops the server; the data stays for {@link restart}, or to be copied. */
  halt(): Promise<void>;
  /** Kills the server's main process as `kill -9` does; the data stays for {@link restart}. */
  kill9(): Promise<void>;
  /** Starts the server again on the same data and port, after a stop of it if it still runs. */
  restart(): Promise<void>;
}

// Tests throw their data away, so nothing waits for a disk; a killed process still loses nothing.
const testSettings = { fsync: "off", full_page_writes: "off" };

function hasLibrary(programs: ServerPrograms, name: string): boolean {
  const prefix = prefixOf(programs);
  const suffix = Deno.build.os === "darwin" ? "dylib" : "so";
  return ["lib", "lib/postgresql"].some((folder) =>
    existsSync(join(prefix, folder, `${name}.${suffix}`))
  );
}

async function launchOf(
  programs: ServerPrograms,
  folder: ServerFolder,
  options: StartOptions,
): Promise<ServerLaunch> {
  const port = await freePort();
  const sockets = Deno.build.os === "windows" ? {} : { unix_socket_directories: folder.path };
  const cron = hasLibrary(programs, "pg_cron") ? { shared_preload_libraries: "pg_cron" } : {};
  const user = serverUser();
  return {
    bin: programs.bin,
    user,
    data: folder.data,
    log: folder.log,
    url: `postgresql://postgres@127.0.0.1:${port}/postgres?sslmode=disable`,
    settings: {
      listen_addresses: "127.0.0.1",
      port,
      ...sockets,
      ...cron,
      ...testSettings,
      ...options.settings,
    },
  };
}

/**
 * Starts a Postgres of our own with fresh data in a temporary folder, on a free loopback port; about
 * 1 s. Under root it runs as `postgres` or `nobody`. pg_cron is loaded where it is installed.
 * Throws when no server of that major version is there, or with its log when it does not start.
 */
export async function startPostgres(options: StartOptions = {}): Promise<PostgresServer> {
  const user = serverUser();
  const { programs, copy } = await preparePrograms(findServer(options.major), user);
  const folder = await makeServerFolder(user);
  if (options.data === undefined) {
    const init = ["-D", folder.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"];
    await runAs(user, join(programs.bin, "initdb"), [...init, "--no-sync"]);
  } else await copyFolder(options.data, folder.data, "uid" in user ? user : undefined);
  const launch = await launchOf(programs, folder, options);
  let running: ServerProcess | undefined;
  const end = async (signal: "SIGINT" | "SIGKILL") => {
    const ending = running;
    running = undefined;
    await ending?.end(signal);
  };
  const start = async () => {
    // Sessions of a server that was killed hold its memory until they notice.
    for (const until = Date.now() + 10_000;;) {
      running = new ServerProcess(launch);
      try {
        return await running.ready(launch);
      } catch (error) {
        const isHeld = String(error).includes("pre-existing shared memory block");
        if (!isHeld || Date.now() > until) throw error;
        await pause(100);
      }
    }
  };
  await start();
  return {
    url: launch.url,
    major: programs.major,
    programs,
    dataDir: folder.data,
    logFile: folder.log,
    halt: () => end("SIGINT"),
    kill9: () => end("SIGKILL"),
    restart: () => end("SIGINT").then(start),
    stop: async () => {
      await end("SIGINT");
      await Deno.remove(folder.path, { recursive: true });
      if (copy !== undefined) await rm(copy, { recursive: true, force: true });
    },
  };
}
