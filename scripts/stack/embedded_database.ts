import { pgmq } from "@electric-sql/pglite-pgmq";
import { vector } from "@electric-sql/pglite-pgvector";
import { createPgliteConnection } from "@supabase/lite/pglite";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Executor, pgliteExecutor } from "../db/executor.ts";
import { type Database, keepGrantsAsTheyAre } from "./database.ts";
import { exitCodes, messageOf, StackFailure } from "./failure.ts";
import { pgliteParsers, pgliteSerializers } from "./driver_types.ts";
import { Turns } from "./turns.ts";

/** Postgres major inside the pinned PGlite: a data folder of another major cannot be opened. */
const postgresMajor = "18";

function broken(path: string, why: string, cause?: unknown): StackFailure {
  return new StackFailure(
    "data_broken",
    `Cannot open the database in ${path}: ${why}`,
    "Put a backup of that folder back, or start over with `npm start -- --fresh` " +
      "(this deletes the local jobs and artifacts).",
    exitCodes.dataBroken,
    { cause },
  );
}

function checkFolder(path: string): void {
  let entries: string[];
  try {
    entries = [...Deno.readDirSync(path)].map((entry) => entry.name);
  } catch (thrown) {
    if (thrown instanceof Deno.errors.NotFound) return;
    throw broken(path, messageOf(thrown), thrown);
  }
  if (entries.length === 0) return;
  let major: string;
  try {
    major = Deno.readTextFileSync(join(path, "PG_VERSION")).trim();
  } catch (thrown) {
    throw broken(path, "it is not a database folder (PG_VERSION is missing)", thrown);
  }
  if (major !== postgresMajor) {
    throw broken(path, `it was written by Postgres ${major}, this is Postgres ${postgresMajor}`);
  }
}

function inTurns(inner: Executor, turns: Turns, patience: number): Executor {
  const owner = "the stack itself";
  return {
    query: (sql, parameters) => turns.run(owner, patience, () => inner.query(sql, parameters)),
    exec: (sql) => turns.run(owner, patience, () => inner.exec(sql)),
  };
}

/**
 * Opens (or makes) the PGlite database in `path`, with pgmq and pgvector at hand.
 * @param patience milliseconds that the stack's own statements wait for their turn
 * @throws StackFailure `data_broken`
 */
export async function openEmbeddedDatabase(path: string, patience: number): Promise<Database> {
  checkFolder(path);
  const url = pathToFileURL(path).href;
  try {
    const connection = await createPgliteConnection({
      url,
      pgliteOptions: {
        extensions: { pgmq, vector },
        parsers: pgliteParsers,
        serializers: pgliteSerializers,
      },
    });
    const db = connection.driver;
    await db.waitReady;
    await db.query("select 1");
    keepGrantsAsTheyAre(connection);
    const turns = new Turns();
    const owner = pgliteExecutor(db);
    return {
      kind: "embedded",
      setup: (work) => work(owner),
      executor: inTurns(owner, turns, patience),
      connection,
      session: { db, turns },
      url: undefined,
      close: () => connection.close(),
    };
  } catch (thrown) {
    throw broken(path, messageOf(thrown), thrown);
  }
}
