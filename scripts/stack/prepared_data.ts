import { rm } from "node:fs/promises";
import { join } from "node:path";
import { copyFolder } from "../db/copy_folder.ts";
import { fileParts, keptBuild, migratedParts } from "../db/kept_build.ts";
import { silent } from "./progress.ts";
import { startStack } from "./stack.ts";

async function parts(): Promise<string[]> {
  const own = ["./prepared_data.ts", "./prepare_database.ts", "./embedded_database.ts"];
  return [...await fileParts(import.meta.url, own), ...await migratedParts()];
}

/**
 * Lays into a new data folder the database that a first start would make, so that a test which is
 * not about first starts begins with a second one: 1 s instead of 5 s of computing.
 */
export async function layPreparedData(dataFolder: string): Promise<void> {
  const kept = await keptBuild("stack_database", parts, async (path) => {
    const folder = await Deno.makeTempDir({ prefix: "cogo-prepared-" });
    try {
      const settings = { port: 0, wirePort: 0, dataFolder: folder, progress: silent };
      await (await startStack(settings)).close();
      await copyFolder(join(folder, "db"), path);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  await copyFolder(kept, join(dataFolder, "db"));
}
