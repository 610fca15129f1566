import { createDatabase } from "../postgres/databases.ts";
import { type PostgresServer, startPostgres } from "../postgres/start_postgres.ts";
import { migrateUrl } from "../db/migrate_url.ts";
import { ServerMeter } from "./server_meter.ts";

/** A server of our own with default durability, and a database with the engine in it. */
export interface BenchGround {
  readonly server: PostgresServer;
  readonly url: string;
  readonly meter: ServerMeter;
  close(): Promise<void>;
}

// Stock settings: what scripts/postgres switches off for tests is on again.
const settings = { fsync: "on", full_page_writes: "on" };

/** Starts it, on the first Postgres found or on one of the given major version. */
export async function openGround(major?: number): Promise<BenchGround> {
  const server = await startPostgres(major === undefined ? { settings } : { major, settings });
  try {
    const { url } = await createDatabase(server.url);
    await migrateUrl(url, { programs: server.programs });
    const meter = await ServerMeter.open(url, server.dataDir);
    return {
      server,
      url,
      meter,
      close: async () => {
        await meter.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
