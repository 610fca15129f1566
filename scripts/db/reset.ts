// deno task db:reset [--url URL] [--yes]: empties a development database, migrates and seeds it.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { connect } from "../postgres/databases.ts";
import { migrateUrl } from "./migrate_url.ts";

const seedFile = fileURLToPath(new URL("../../supabase/seed.sql", import.meta.url));

const empty = `
  drop schema if exists api, cogo, supabase_migrations cascade;
  drop extension if exists pgmq cascade;
  drop schema if exists pgmq cascade;
`;

function isThisMachine(url: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|)$/.test(new URL(url).hostname);
}

/** Drops everything of ours, queues included, applies all migrations and runs supabase/seed.sql. */
export async function reset(url: string): Promise<void> {
  const sql = connect(url);
  try {
    await sql.unsafe(empty).simple();
    await migrateUrl(url);
    await sql.unsafe(await readFile(seedFile, "utf8")).simple();
  } finally {
    await sql.end({ timeout: 1 });
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args,
    options: { url: { type: "string" }, yes: { type: "boolean", default: false } },
  });
  const url = values.url ?? Deno.env.get("SUPABASE_DB_URL") ?? Deno.env.get("DATABASE_URL");
  if (url === undefined) {
    console.error(
      "Usage: deno task db:reset --url postgresql://…\n" +
        "For the embedded stack: npm start -- --fresh",
    );
    Deno.exit(2);
  }
  if (!isThisMachine(url) && !values.yes) {
    console.error(
      `Cannot reset: ${new URL(url).host} is not this machine, and all jobs there would be lost. ` +
        "Add --yes if that is what you want.",
    );
    Deno.exit(2);
  }
  try {
    await reset(url);
    console.log("Emptied, migrated and seeded.");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
}
