import type { Executor } from "./executor.ts";
import type { Migration } from "./migrations.ts";
import { splitStatements } from "./split_statements.ts";

// The same relation and rows as the Supabase CLI writes, so that `supabase db push` carries on.
const relation = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations (
    version text not null primary key,
    statements text[],
    name text
  );
`;

const insert = `
  insert into supabase_migrations.schema_migrations (version, name, statements)
  values ($1::text, $2::text, (
    select array_agg(statement order by position)
    from jsonb_array_elements_text($3::text::jsonb) with ordinality as list (statement, position)
  ))
`;

/** The versions that a database has; undefined where nothing was ever recorded. */
export async function appliedVersions(executor: Executor): Promise<Set<string> | undefined> {
  try {
    const rows = await executor.query("select version from supabase_migrations.schema_migrations");
    return new Set(rows.map((row) => String(row.version)));
  } catch (error) {
    if ((error as { code?: string }).code === "42P01") return undefined;
    throw error;
  }
}

/** Makes the relation of the history where it is missing. */
export async function createHistory(executor: Executor): Promise<void> {
  await executor.exec(relation);
}

/** Adds a migration to the history, its statements cut as the Supabase CLI cuts them. */
export async function recordMigration(executor: Executor, migration: Migration): Promise<void> {
  const statements = JSON.stringify(splitStatements(migration.sql));
  await executor.query(insert, [migration.version, migration.name, statements]);
}
