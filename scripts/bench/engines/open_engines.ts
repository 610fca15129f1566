import { createDatabase } from "../../postgres/databases.ts";
import type { BenchGround } from "../ground.ts";
import { openCogo } from "./cogo.ts";
import { openDbos } from "./dbos.ts";
import { type AnyEngine, type EngineName } from "./engine.ts";
import { openGraphileWorker } from "./graphile_worker.ts";
import { openPgBoss } from "./pg_boss.ts";
import { openPgflow } from "./pgflow.ts";
import { openPgmq } from "./pgmq.ts";
import { openRiver } from "./river.ts";

/** An engine with the database that it has to itself, on the one server. */
export interface OpenEngine {
  readonly engine: AnyEngine;
  readonly database: string;
}

const openers: Readonly<Record<EngineName, (url: string) => Promise<AnyEngine>>> = {
  cogo: (url) => openCogo(url),
  pgmq: openPgmq,
  "graphile-worker": openGraphileWorker,
  "pg-boss": openPgBoss,
  river: openRiver,
  dbos: openDbos,
  pgflow: openPgflow,
};

/**
 * Opens the engines named. One that cannot be had here (River needs the Go command to fetch its
 * module) is left out with a line that says why; ours and pgmq must open.
 */
export async function openEngines(
  ground: BenchGround,
  names: readonly EngineName[],
  say: (line: string) => void,
): Promise<OpenEngine[]> {
  const opened: OpenEngine[] = [];
  for (const name of names) {
    const url = name === "cogo" ? ground.url : (await createDatabase(ground.server.url)).url;
    try {
      const engine = await openers[name](url);
      opened.push({ engine, database: new URL(url).pathname.slice(1) });
    } catch (error) {
      if (name === "cogo" || name === "pgmq") throw error;
      say(`${name} is left out: ${error instanceof Error ? error.message : error}`);
    }
  }
  return opened;
}
