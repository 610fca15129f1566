import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Executor } from "./executor.ts";

const script = fileURLToPath(
  new URL("../../supabase/tests/000_clock_and_faults.sql", import.meta.url),
);

/** The SQL that {@link layClockAndFaults} runs. */
export async function clockAndFaults(): Promise<string> {
  return await readFile(script, "utf8");
}

/**
 * Lays what moves the engine's clock, repeats its randomness and plans faults into a migrated
 * database that will be thrown away, before anything else calls the engine.
 */
export async function layClockAndFaults(executor: Executor): Promise<void> {
  await executor.exec(await clockAndFaults());
}
