import { PGlite } from "@electric-sql/pglite";
import { pgmq } from "@electric-sql/pglite-pgmq";
import { pgtap } from "@electric-sql/pglite-pgtap";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { readFile, writeFile } from "node:fs/promises";
import { freePort } from "../postgres/server_process.ts";
import { bootstrap } from "./bootstrap.ts";
import { type Executor, pgliteExecutor } from "./executor.ts";
import { baseParts, keptBuild, migratedParts } from "./kept_build.ts";
import { migrate } from "./migrate.ts";

/** An in-memory PGlite with pgmq, pgtap and pgvector at hand and the platform's roles laid. */
export interface Image {
  readonly database: PGlite;
  readonly executor: Executor;
  /** Opens the wire protocol on a loopback port and returns the connection text. */
  serve(): Promise<string>;
  /** A copy of the data folder, for {@link openImage}. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
}

const extensions = { pgmq, pgtap, vector };

async function newDatabase(): Promise<PGlite> {
  const database = await PGlite.create({ extensions });
  await bootstrap(pgliteExecutor(database));
  return database;
}

/** Setting a cluster up takes seconds, so the first one is kept. */
async function bareData(): Promise<Blob> {
  const path = await keptBuild("bare_image", baseParts, async (path) => {
    const database = await newDatabase();
    await writeFile(path, await (await database.dumpDataDir("none")).bytes());
    await database.close();
  });
  return new Blob([await readFile(path)]);
}

/** Opens an image: a new one, or a copy of one that was dumped before. Under 1 s, the first 5 s. */
export async function openImage(dumped?: Blob): Promise<Image> {
  const data = dumped ?? await bareData();
  return imageOf(await PGlite.create({ extensions, loadDataDir: data }));
}

/** Opens a new image with an identity of its own, by which tools tell two servers apart. 5 s. */
export async function openOwnImage(): Promise<Image> {
  return imageOf(await newDatabase());
}

function imageOf(database: PGlite): Image {
  const executor = pgliteExecutor(database);
  let server: PGLiteSocketServer | undefined;
  let url: string | undefined;
  return {
    database,
    executor,
    dump: () => database.dumpDataDir("none"),
    serve: async () => {
      if (url !== undefined) return url;
      const port = await freePort();
      server = new PGLiteSocketServer({
        db: database,
        host: "127.0.0.1",
        port,
        maxConnections: 20,
      });
      await server.start();
      return url = `postgresql://postgres@127.0.0.1:${port}/postgres?sslmode=disable`;
    },
    close: async () => {
      await server?.stop();
      await database.close();
    },
  };
}

/** The dump of an image with all migrations of this checkout; made once for each state of them. */
export async function migratedData(): Promise<Blob> {
  const path = await keptBuild("migrated_image", migratedParts, async (path) => {
    const image = await openImage();
    await migrate(image.executor);
    await writeFile(path, await (await image.dump()).bytes());
    await image.close();
  });
  return new Blob([await readFile(path)]);
}
