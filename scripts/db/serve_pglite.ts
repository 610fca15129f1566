import { PGlite } from "@electric-sql/pglite";
import { pgmq } from "@electric-sql/pglite-pgmq";
import { pgtap } from "@electric-sql/pglite-pgtap";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { freePort } from "../postgres/server_process.ts";
import { bootstrap } from "./bootstrap.ts";
import { type Executor, pgliteExecutor } from "./executor.ts";

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

/** Opens an image: a new one (about 1 s), or a copy of one that was dumped before. */
export async function openImage(dumped?: Blob): Promise<Image> {
  const database = await PGlite.create({
    extensions: { pgmq, pgtap, vector },
    ...(dumped === undefined ? {} : { loadDataDir: dumped }),
  });
  const executor = pgliteExecutor(database);
  if (dumped === undefined) await bootstrap(executor);
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
