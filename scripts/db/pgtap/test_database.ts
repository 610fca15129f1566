import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { connect, freshDatabases } from "../../postgres/databases.ts";
import type { ServerPrograms } from "../../postgres/find_servers.ts";
import { installExtension } from "../../postgres/install_extension.ts";
import { startPostgres } from "../../postgres/start_postgres.ts";
import { layClockAndFaults } from "../clock_and_faults.ts";
import { type Executor, postgresExecutor } from "../executor.ts";
import { migrateUrl } from "../migrate_url.ts";
import { migratedData, openImage } from "../serve_pglite.ts";

/** One session on a test database. */
export interface TestSession {
  /** Runs a script; every row of every result, first column as text. Rejects with the server's error. */
  run(script: string): Promise<string[]>;
  close(): Promise<void>;
}

/** A kind of server with our migrations, pgTAP and the helpers of supabase/tests. */
export interface TestServer {
  readonly name: string;
  /** A session on a database of its own, which `close` throws away. */
  open(): Promise<TestSession>;
  stop(): Promise<void>;
}

const helpers = ["000_helpers.sql", "001_furnished_tenants.sql"].map((name) =>
  fileURLToPath(new URL(`../../../supabase/tests/${name}`, import.meta.url))
);

async function layTests(executor: Executor, programs?: ServerPrograms): Promise<void> {
  await installExtension(executor, "pgtap", programs);
  await layClockAndFaults(executor);
  for (const path of helpers) await executor.exec(await readFile(path, "utf8"));
}

const texts = (results: Iterable<{ rows: Iterable<unknown> }>): string[] =>
  [...results].flatMap(({ rows }) => [...rows]).map((row) => {
    const [first] = Object.values(row as Record<string, unknown>);
    return typeof first === "string" ? first : "";
  });

/** PGlite in memory; each session is an image of its own, copied from a prepared one. */
export async function openPgliteServer(): Promise<TestServer> {
  const prepared = await openImage(await migratedData());
  await layTests(prepared.executor);
  const dumped = await prepared.dump();
  await prepared.close();
  return {
    name: "pglite 18",
    open: async () => {
      const image = await openImage(dumped);
      return {
        run: async (script) => texts(await image.database.exec(script)),
        close: () => image.close(),
      };
    },
    stop: () => Promise.resolve(),
  };
}

/** A native server of one major version; each session has a copy of a prepared database. */
export async function openNativeServer(major: number): Promise<TestServer> {
  // Compiling the long queries of cogo.verify() took half of the time; what they say is the same.
  const server = await startPostgres({ major, settings: { jit: "off" } });
  const fresh = freshDatabases(server.url, async (url) => {
    await migrateUrl(url, { programs: server.programs });
    const sql = connect(url);
    await layTests(postgresExecutor(sql), server.programs);
    await sql.end();
  });
  return {
    name: `postgres ${major}`,
    open: async () => {
      const database = await fresh();
      const sql = connect(database.url);
      return {
        run: async (script) => {
          const results = await sql.unsafe(script).simple();
          const lists = (Array.isArray(results[0]) ? results : [results]) as Iterable<unknown>[];
          return texts(lists.map((rows) => ({ rows })));
        },
        close: async () => {
          await sql.end({ timeout: 1 });
          await database.drop();
        },
      };
    },
    stop: () => server.stop(),
  };
}
