import type { Executor } from "./executor.ts";
import { type Migration, readMigrations } from "./migrations.ts";
import { appliedVersions, createHistory, recordMigration } from "./history.ts";

export type { Executor } from "./executor.ts";

/** What {@link migrate} tells while it works: one call for each file that it runs or passes over. */
export interface MigrateProgress {
  readonly file: string;
  readonly outcome: "applied" | "skipped";
  /** Wall time of this file in seconds. */
  readonly seconds: number;
  /** For a skipped file: the extension that the server lacks. */
  readonly missing?: string;
}

/** Settings of {@link migrate}. */
export interface MigrateOptions {
  /** A folder of `<version>_<name>.sql`; this checkout's `supabase/migrations` by default. */
  readonly folder?: string;
  /** Leaves out the files for which it says false, as if they did not exist. */
  readonly select?: (migration: Migration) => boolean;
  readonly onProgress?: (progress: MigrateProgress) => void;
}

/** File names by what became of them; both lists are empty when the database was up to date. */
export interface MigrateResult {
  readonly applied: string[];
  readonly skipped: string[];
}

async function missingExtension(executor: Executor, names: readonly string[]) {
  for (const name of names) {
    const found = await executor.query(
      "select from pg_catalog.pg_available_extensions where name = $1::text",
      [name],
    );
    if (found.length === 0) return name;
  }
  return undefined;
}

async function apply(executor: Executor, migration: Migration): Promise<void> {
  await executor.exec("begin");
  try {
    await executor.exec(migration.sql);
    await recordMigration(executor, migration);
    await executor.exec("commit");
  } catch (error) {
    await executor.exec("rollback");
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Cannot apply supabase/migrations/${migration.file}: ${reason}. ` +
        "Nothing of this file was kept; correct it and run the migration again.",
      { cause: error },
    );
  }
}

/**
 * Brings a database to the newest migration: each file in its own transaction, recorded as the
 * Supabase CLI records it. One query when there is nothing to do. A file that begins with
 * `-- requires: NAME` is skipped, and told to `onProgress`, while the server lacks that extension.
 *
 * Throws an `Error` that names the file, with the server's error as `cause`; what earlier files did
 * stays. The database needs the roles and schemas of `bootstrap` (scripts/db/bootstrap.ts) first.
 */
export async function migrate(
  executor: Executor,
  options: MigrateOptions = {},
): Promise<MigrateResult> {
  const [migrations, known] = await Promise.all([
    readMigrations(options.folder),
    appliedVersions(executor),
  ]);
  const result: MigrateResult = { applied: [], skipped: [] };
  const pending = migrations.filter((migration) =>
    !known?.has(migration.version) && (options.select?.(migration) ?? true)
  );
  if (known === undefined && pending.length > 0) await createHistory(executor);

  for (const migration of pending) {
    const began = performance.now();
    const missing = await missingExtension(executor, migration.requires);
    const outcome = missing === undefined ? "applied" : "skipped";
    if (missing === undefined) await apply(executor, migration);
    result[outcome].push(migration.file);
    options.onProgress?.({
      file: migration.file,
      outcome,
      seconds: (performance.now() - began) / 1000,
      ...(missing === undefined ? {} : { missing }),
    });
  }
  return result;
}
