import type { Database } from "./database.ts";
import { openEmbeddedDatabase } from "./embedded_database.ts";
import { openPostgresDatabase } from "./postgres_database.ts";
import { type Prepared, prepareDatabase } from "./prepare_database.ts";
import type { Progress } from "./progress.ts";

/** What {@link openDatabase} needs to know. */
export interface DatabaseSettings {
  /** Postgres or Supabase; the embedded database when undefined. */
  url: string | undefined;
  /** Folder of the embedded database. */
  folder: string;
  migrationsFolder: string | undefined;
  /** Milliseconds that the stack's own statements wait for their turn. */
  patience: number;
  progress: Progress;
}

/**
 * Opens the database and brings its schema up to date; closes it again when that fails.
 * @throws StackFailure naming what is wrong with the folder, the address or a migration
 */
export async function openDatabase(
  settings: DatabaseSettings,
): Promise<{ database: Database; prepared: Prepared }> {
  const { url, progress } = settings;
  const database = await progress.step(
    url ? "Connect to the database" : "Open the embedded database",
    () =>
      url ? openPostgresDatabase(url) : openEmbeddedDatabase(settings.folder, settings.patience),
  );
  try {
    const prepared = await progress.step(
      "Bring the schema up to date",
      () =>
        prepareDatabase(
          database,
          settings.migrationsFolder,
          (file) => progress.say(`    ${file}`),
        ),
    );
    return { database, prepared };
  } catch (thrown) {
    await database.close();
    throw thrown;
  }
}
