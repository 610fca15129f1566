import { createPostgresConnection } from "@supabase/lite/postgres";
import postgres from "postgres";
import { type Executor, postgresExecutor } from "../db/executor.ts";
import { type Database, keepGrantsAsTheyAre } from "./database.ts";
import { exitCodes, messageOf, StackFailure } from "./failure.ts";
import { postgresTypes } from "./driver_types.ts";

/** The URL without its password, for people to read. */
export function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    if (parsed.password) parsed.password = "***";
    return parsed.href;
  } catch {
    return "(not a URL)";
  }
}

async function onOneSession<T>(url: string, work: (executor: Executor) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(postgresExecutor(sql));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Connects to a Postgres or Supabase database.
 * @param url `postgres://user:password@host:port/database`
 * @throws StackFailure `database_unreachable`
 */
export async function openPostgresDatabase(url: string): Promise<Database> {
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      max: 10,
      connect_timeout: 10,
      prepare: false,
      onnotice: () => {},
      connection: { application_name: "cogo-stack" },
      types: postgresTypes,
    },
  });
  const sql = connection.driver;
  const executor = postgresExecutor(sql);
  try {
    await executor.query("select 1");
  } catch (thrown) {
    await sql.end({ timeout: 1 });
    throw new StackFailure(
      "database_unreachable",
      `Cannot reach ${withoutPassword(url)}: ${messageOf(thrown)}`,
      "Check host, port, password and sslmode of --db; `psql URL -c 'select 1'` must work.",
      exitCodes.databaseUnreachable,
      { cause: thrown },
    );
  }
  keepGrantsAsTheyAre(connection);
  return {
    kind: "postgres",
    setup: (work) => onOneSession(url, work),
    executor,
    connection,
    session: undefined,
    url,
    close: () => sql.end({ timeout: 5 }),
  };
}
