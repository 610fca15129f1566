import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { prepareArena } from "../chaos/arena.ts";
import { layClockAndFaults } from "../db/clock_and_faults.ts";
import { migratedData, openImage } from "../db/serve_pglite.ts";
import { connect } from "../postgres/databases.ts";
import { startPostgres } from "../postgres/start_postgres.ts";
import type { Template } from "./session.ts";

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

/** A template, as other processes find it. */
export interface Prepared {
  readonly template: Template;
  /** A file, or the URL of a database. */
  readonly name: string;
  remove(): Promise<void>;
}

async function prepareDatabase(): Promise<Prepared> {
  // Nothing else may move while virtual time stands still.
  const server = await startPostgres({ settings: { autovacuum: "off" } });
  try {
    const url = await prepareArena(server);
    const owner = connect(url);
    await owner.unsafe(await readFile(script, "utf8")).simple();
    await owner.end();
    return { template: new URL(url), name: url, remove: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Prepares what every process of the simulation copies. */
export async function prepareTemplate(on: "pglite" | "native"): Promise<Prepared> {
  if (on === "native") return await prepareDatabase();
  const template = await prepareImage();
  const name = await Deno.makeTempFile({ prefix: "cogo-simulate-" });
  await Deno.writeFile(name, new Uint8Array(await template.arrayBuffer()));
  return { template, name, remove: () => Deno.remove(name) };
}
