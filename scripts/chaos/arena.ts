import postgres, { type Sql } from "postgres";
import { clockAndFaults, layClockAndFaults } from "../db/clock_and_faults.ts";
import { postgresExecutor } from "../db/executor.ts";
import { copyFolder } from "../db/copy_folder.ts";
import { fileParts, keptBuild, migratedParts } from "../db/kept_build.ts";
import { migrateUrl } from "../db/migrate_url.ts";
import { connect, createDatabase, urlOf } from "../postgres/databases.ts";
import { findServer } from "../postgres/find_servers.ts";
import { type PostgresServer, startPostgres } from "../postgres/start_postgres.ts";

/** A database of a server of our own, made to be attacked, and the sessions that do it. */
export interface Arena {
  readonly server: PostgresServer;
  readonly url: string;
  /** The owner's session: looks at tables, moves the clock. */
  readonly owner: Sql;
  /** Sessions as role service_role, each a connection of its own. */
  readonly sessions: readonly Sql[];
  /** Moves the engine's clock for every session, by an interval such as `2 minutes`. */
  moveClock(distance: string): Promise<void>;
  /** Fails with what `cogo.verify()` finds. */
  demandHealthy(): Promise<void>;
  close(): Promise<void>;
}

/** Opens one connection as role service_role, as the gateway would for an operator. */
export async function openSession(url: string): Promise<Sql> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, idle_timeout: 0 });
  try {
    await sql`select set_config('request.jwt.claims', '{"role": "service_role"}', false)`;
    await sql`set role service_role`;
    return sql;
  } catch (error) {
    await sql.end({ timeout: 1 }).catch(() => {});
    throw error;
  }
}

/** The schema of `cogo.verify()`'s complaints, as one text; empty when all is well. */
export async function complaints(owner: Sql): Promise<string> {
  const rows = await owner`select * from cogo.verify()`;
  return rows.map((row) => `${row.invariant}: ${row.problem} ${JSON.stringify(row.sample)}`)
    .join("\n");
}

/** Lays the engine, its movable clock and its faults into an empty database. */
export async function prepareArena(server: PostgresServer): Promise<string> {
  const { url } = await createDatabase(server.url);
  await migrateUrl(url, { programs: server.programs });
  const owner = connect(url);
  try {
    await layClockAndFaults(postgresExecutor(owner));
    await owner`select tests.move_clock('0')`;
  } finally {
    await owner.end();
  }
  return url;
}

const arenaName = "arena";
const makers = [
  "./arena.ts",
  "../db/migrate_url.ts",
  "../postgres/install_extension.ts",
  "../postgres/start_postgres.ts",
];

async function arenaParts(): Promise<string[]> {
  const { bin, major } = findServer();
  const laid = [await clockAndFaults(), ...await fileParts(import.meta.url, makers)];
  return [bin, String(major), ...laid, ...await migratedParts()];
}

/** A data folder whose database `arena` is laid; made once for each state of the migrations. */
async function arenaData(): Promise<string> {
  return await keptBuild("arena_data", arenaParts, async (path) => {
    const server = await startPostgres();
    try {
      const made = new URL(await prepareArena(server)).pathname.slice(1);
      const owner = connect(server.url);
      await owner.unsafe(`alter database "${made}" rename to ${arenaName}`)
        .finally(() => owner.end());
      await server.halt();
      await copyFolder(server.dataDir, path);
    } finally {
      await server.stop();
    }
  });
}

/** Starts a server with `sessions` connections; `settings` go over those of tests. */
export async function openArena(
  sessions: number,
  settings: Record<string, string | number> = {},
): Promise<Arena> {
  const server = await startPostgres({
    data: await arenaData(),
    settings: { max_connections: sessions + 20, ...settings },
  });
  try {
    const url = urlOf(server.url, arenaName);
    const owner = connect(url);
    const opened: Sql[] = [];
    for (let at = 0; at < sessions; at++) opened.push(await openSession(url));
    return {
      server,
      url,
      owner,
      sessions: opened,
      moveClock: async (distance) => {
        await owner`select tests.move_clock(${distance}::interval)`;
      },
      demandHealthy: async () => {
        const found = await complaints(owner);
        if (found !== "") throw new Error(`cogo.verify() finds:\n${found}`);
      },
      close: async () => {
        await Promise.all([owner, ...opened].map((sql) => sql.end({ timeout: 1 })));
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
