import { bootstrap } from "../db/bootstrap.ts";
import { migrate } from "../db/migrate.ts";
import { readMigrations } from "../db/migrations.ts";
import type { Executor } from "../db/executor.ts";
import type { Database } from "./database.ts";
import { exitCodes, messageOf, StackFailure } from "./failure.ts";

/** What a start did to the database. */
export interface Prepared {
  applied: string[];
  skipped: string[];
  /** Whether it is a Supabase project, which brings its own Auth. */
  isSupabase: boolean;
}

/** Two starts against one database take turns here; the number is ours alone. */
const migrationLock = 20_261_123;

async function refuseForeign(
  kind: Database["kind"],
  executor: Executor,
  folder: string | undefined,
): Promise<void> {
  const [found] = await executor.query(
    `select to_regnamespace('cogo') is not null as has_cogo,
       to_regclass('supabase_migrations.schema_migrations') is not null as has_history`,
  );
  if (!found?.has_cogo) return;
  const ours = new Set((await readMigrations(folder)).map((migration) => migration.version));
  const known = found.has_history
    ? await executor.query("select version from supabase_migrations.schema_migrations")
    : [];
  const unknown = known.map((row) => String(row.version)).filter((version) => !ours.has(version));
  if (known.length > 0 && unknown.length === 0) return;
  throw new StackFailure(
    "foreign_schema",
    known.length === 0
      ? "Cannot use this database: it has a schema cogo without any recorded migration"
      : `Cannot use this database: it holds migrations that this checkout lacks (${
        unknown.slice(0, 3).join(", ")
      })`,
    "Check out the version that made it (git pull, or the matching tag), or " +
      (kind === "embedded" ? "start over: npm start -- --fresh" : "give another --db."),
    exitCodes.migrationFailed,
  );
}

async function isSupabase(executor: Executor): Promise<boolean> {
  const found = await executor.query(
    "select from pg_catalog.pg_roles where rolname = 'supabase_auth_admin'",
  );
  return found.length > 0;
}

/**
 * Brings the database to this checkout's newest migration; makes what Supabase would bring where
 * it is missing.
 * @param folder another migration folder, for tests
 * @throws StackFailure `foreign_schema` or `migration_failed`
 */
export async function prepareDatabase(
  database: Database,
  folder: string | undefined,
  onMigration: (file: string) => void,
): Promise<Prepared> {
  return await database.setup(async (executor) => {
    if (database.kind === "postgres") {
      await executor.exec(`select pg_advisory_lock(${migrationLock})`);
    }
    await refuseForeign(database.kind, executor, folder);
    try {
      const supabase = await isSupabase(executor);
      await bootstrap(executor);
      if (database.kind === "postgres" && !supabase) await letOwnerBecomeCallers(executor);
      const done = await migrate(executor, {
        ...(folder === undefined ? {} : { folder }),
        onProgress: (progress) => {
          const missing = progress.missing ? ` (skipped: no extension ${progress.missing})` : "";
          onMigration(`${progress.file}${missing}`);
        },
      });
      return { ...done, isSupabase: supabase };
    } catch (thrown) {
      throw new StackFailure(
        "migration_failed",
        messageOf(thrown),
        database.kind === "embedded"
          ? "Correct the file, or start over with `npm start -- --fresh` (deletes local data)."
          : "Correct the file or the database's rights, and start again.",
        exitCodes.migrationFailed,
        { cause: thrown },
      );
    }
  });
}

/** The gateway runs each request under the caller's role, so its user must be able to take it. */
async function letOwnerBecomeCallers(executor: Executor): Promise<void> {
  await executor.exec("grant anon, authenticated, service_role to current_user");
}
