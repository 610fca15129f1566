import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { layClockAndFaults } from "../db/clock_and_faults.ts";
import { migratedData, openImage } from "../db/serve_pglite.ts";

const script = fileURLToPath(new URL("./keep_and_restore.sql", import.meta.url));

/** Lays the engine, its movable clock and its faults; answers a copy for each process. 5 s. */
export async function prepareImage(): Promise<Blob> {
  const image = await openImage(await migratedData());
  await layClockAndFaults(image.executor);
  await image.executor.exec(await readFile(script, "utf8"));
  const dumped = await image.dump();
  await image.close();
  return dumped;
}
