import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { serveArtifact } from "./artifacts.ts";
import { openDataFolder } from "./data_folder.ts";
import type { Database } from "./database.ts";
import { openEmbeddedDatabase } from "./embedded_database.ts";
import { createFrontDoor } from "./front_door.ts";
import { createFunctionHost } from "./function_host.ts";
import { reachOf, setFunctionEnvironment } from "./function_environment.ts";
import { createGateway } from "./gateway.ts";
import { loadKeys } from "./keys.ts";
import { openListener } from "./listener.ts";
import { openPostgresDatabase } from "./postgres_database.ts";
import { prepareDatabase } from "./prepare_database.ts";
import type { Progress } from "./progress.ts";
import { type StackFile } from "./stack_file.ts";
import { announce } from "./announce.ts";
import { startTicker } from "./schedules.ts";
import { createStudio } from "./studio.ts";
import { createTokens, type Tokens } from "./tokens.ts";
import { startWireServer } from "./wire_server.ts";
import { createCleanup } from "./cleanup.ts";

/** Folder of this checkout. */
export const root: string = fileURLToPath(new URL("../../", import.meta.url));

/** What to start, and where. Times are in milliseconds. */
export interface StackSettings {
  port: number;
  wirePort: number;
  dataFolder: string;
  databaseUrl?: string | undefined;
  fresh?: boolean;
  /** How long a request waits for the embedded database (default 10 s). */
  patience?: number;
  /** Wall-clock limit of an edge function (default 150 s, as on the platform). */
  wallClock?: number;
  migrationsFolder?: string;
  functionsFolder?: string;
  progress: Progress;
}

/** A running stack. */
export interface Stack {
  file: StackFile;
  tokens: Tokens;
  database: Database;
  functions: string[];
  schedules: number;
  /** Stops everything, the database last; safe to call twice. */
  close(): Promise<void>;
}

/**
 * Starts database, gateway, functions and schedules.
 * @throws StackFailure when something stands in the way; what had started is stopped again
 */
export async function startStack(settings: StackSettings): Promise<Stack> {
  const cleanup = createCleanup();
  try {
    return await start(settings, cleanup);
  } catch (thrown) {
    await cleanup.run();
    throw thrown;
  }
}

async function start(settings: StackSettings, cleanup: ReturnType<typeof createCleanup>) {
  const { progress, patience = 10_000, wallClock = 150_000 } = settings;
  const data = openDataFolder(settings.dataFolder, settings.fresh ?? false);
  cleanup.add(() => data.release());
  const listener = openListener(settings.port);
  cleanup.add(() => listener.close());
  const { url } = listener;
  const keys = await loadKeys(data.path);
  const tokens = await createTokens(keys, url);

  const database = await progress.step(
    settings.databaseUrl ? "Connect to the database" : "Open the embedded database",
    () =>
      settings.databaseUrl
        ? openPostgresDatabase(settings.databaseUrl)
        : openEmbeddedDatabase(data.databasePath, patience),
  );
  cleanup.add(() => database.close());
  const prepared = await progress.step(
    "Bring the schema up to date",
    () =>
      prepareDatabase(database, settings.migrationsFolder, (file) => progress.say(`    ${file}`)),
  );

  const session = database.session;
  const wire = session &&
    await startWireServer(
      session.db,
      session.turns,
      settings.wirePort,
      patience,
      () => void database.connection.clearSchemaCache(),
    );
  if (wire) cleanup.add(() => wire.close());
  const file = announce({ keys, url, data, database, wirePort: wire?.port ?? null });
  setFunctionEnvironment(file.content);

  const gateway = await progress.step("Start the gateway", () =>
    createGateway({
      database,
      tokens,
      publishableKey: file.content.publishable_key,
      port: listener.port,
      url,
      withAuth: !prepared.isSupabase,
      patience,
    }));
  const functionsFolder = settings.functionsFolder ?? resolve(root, "functions");
  const functions = createFunctionHost({
    folder: functionsFolder,
    reach: reachOf(root, functionsFolder, data),
    wallClock,
    onNotice: progress.say,
  });
  cleanup.add(() => functions.close());
  const ticker = await startTicker(database.executor, progress.say);
  cleanup.add(() => ticker.stop());

  listener.open(createFrontDoor({
    keys,
    tokens,
    gateway,
    functions,
    artifact: (sha256) => serveArtifact(data.artifactsPath, database.executor, sha256),
    studio: database.kind === "embedded" ? createStudio(gateway) : undefined,
    authElsewhere: prepared.isSupabase
      ? "Use the Auth address of that project: https://PROJECT.supabase.co/auth/v1."
      : undefined,
  }));
  cleanup.add(() => file.remove());
  return {
    file: file.content,
    tokens,
    database,
    functions: functions.names(),
    schedules: ticker.count,
    close: () => cleanup.run(),
  };
}
