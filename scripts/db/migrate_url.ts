// deno task db:migrate [--url URL]: applies what is missing; prepares a plain server first.
import { parseArgs } from "node:util";
import { connect } from "../postgres/databases.ts";
import type { ServerPrograms } from "../postgres/find_servers.ts";
import { installExtension } from "../postgres/install_extension.ts";
import { bootstrap } from "./bootstrap.ts";
import { postgresExecutor } from "./executor.ts";
import { migrate, type MigrateOptions, type MigrateResult } from "./migrate.ts";

/** Settings of {@link migrateUrl}. */
export interface MigrateUrlOptions extends MigrateOptions {
  /** The server's programs when it is ours: lets extension files be copied to it. */
  readonly programs?: ServerPrograms;
}

/**
 * Brings the database behind a connection text to the newest migration. A server that is not
 * Supabase gets the platform's roles and pgmq first. Throws as `migrate` does.
 */
export async function migrateUrl(
  url: string,
  options: MigrateUrlOptions = {},
): Promise<MigrateResult> {
  const sql = connect(url);
  try {
    const executor = postgresExecutor(sql);
    const roles = await executor.query(
      "select from pg_catalog.pg_roles where rolname in ('anon', 'authenticated', 'service_role')",
    );
    if (roles.length < 3) await bootstrap(executor);
    await executor.exec("create schema if not exists extensions");
    await installExtension(executor, "pgmq", options.programs);
    return await migrate(executor, options);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ args: Deno.args, options: { url: { type: "string" } } });
  const url = values.url ?? Deno.env.get("SUPABASE_DB_URL") ?? Deno.env.get("DATABASE_URL");
  if (url === undefined) {
    console.error("Usage: deno task db:migrate --url postgresql://… (or set SUPABASE_DB_URL)");
    Deno.exit(2);
  }
  try {
    const result = await migrateUrl(url, {
      onProgress: ({ file, outcome, seconds, missing }) =>
        console.log(
          outcome === "applied"
            ? `applied ${file} in ${seconds.toFixed(1)} s`
            : `SKIPPED ${file}: this server has no extension ${missing}`,
        ),
    });
    if (result.applied.length + result.skipped.length === 0) console.log("Up to date.");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
}
