import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openDataFolder } from "./data_folder.ts";
import { createFrontDoor } from "./front_door.ts";
import { createFunctionHost } from "./function_host.ts";
import { reachOf, setFunctionEnvironment } from "./function_environment.ts";
import { createGateway } from "./gateway.ts";
import { loadKeys } from "./keys.ts";
import { openListener } from "./listener.ts";
import { openDatabase } from "./open_database.ts";
import { demandFree } from "./ports.ts";
import { announce } from "./announce.ts";
import { startTicker } from "./schedules.ts";
import { rings, startRinging } from "./function_ringer.ts";
import type { Stack, StackSettings } from "./stack_settings.ts";
import { createStudio } from "./studio.ts";
import { createTokens } from "./tokens.ts";
import { followVault } from "./vault_file.ts";
import { startWireServer } from "./wire_server.ts";
import { createCleanup } from "./cleanup.ts";
import { followKeys } from "./follow_keys.ts";

/** Folder of this checkout. */
export const root: string = fileURLToPath(new URL("../../", import.meta.url));

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

async function start(
  settings: StackSettings,
  cleanup: ReturnType<typeof createCleanup>,
): Promise<Stack> {
  const { progress, patience = 10_000, wallClock = 150_000 } = settings;
  const data = openDataFolder(settings.dataFolder, settings.fresh ?? false);
  cleanup.add(() => data.release());
  if (!settings.databaseUrl && settings.wirePort !== 0) demandFree(settings.wirePort, "wire-port");
  const listener = openListener(settings.port);
  cleanup.add(() => listener.close());
  const { url } = listener;
  const keys = await loadKeys(data.path);
  const tokens = await createTokens(keys, url);

  const { database, prepared } = await openDatabase({
    url: settings.databaseUrl,
    folder: data.databasePath,
    migrationsFolder: settings.migrationsFolder,
    patience,
    progress,
  });
  cleanup.add(() => database.close());
  const gateway = await progress.step(
    "Start the gateway",
    () => createGateway({ database, tokens, keys, url, patience, withAuth: !prepared.isSupabase }),
  );
  const wire = database.session &&
    await startWireServer({
      ...database.session,
      port: settings.wirePort,
      patience,
      onSchemaChange: () => void database.connection.clearSchemaCache(),
    });
  if (wire) cleanup.add(() => wire.close());
  const file = announce({ keys, url, data, database, wirePort: wire?.port ?? null });
  cleanup.add(() => file.remove());
  setFunctionEnvironment(file.content);
  const rotation = followKeys(keys, file.content);
  cleanup.add(() => rotation.stop());
  const vault = followVault(data.path);
  cleanup.add(() => vault.stop());

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
  for (const ring of rings) {
    const ringing = startRinging(ring, database.executor, file.content, progress.say);
    cleanup.add(() => ringing.stop());
  }

  listener.open(createFrontDoor({
    keys,
    tokens,
    gateway,
    functions,
    studio: database.kind === "embedded" ? createStudio(gateway) : undefined,
    authElsewhere: prepared.isSupabase
      ? "Use the Auth address of that project: https://PROJECT.supabase.co/auth/v1."
      : undefined,
  }));
  cleanup.add(() => listener.close());
  return {
    file: file.content,
    tokens,
    database,
    functions: functions.names(),
    schedules: ticker.count,
    close: () => cleanup.run(),
  };
}
