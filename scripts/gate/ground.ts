import { bootstrap } from "../db/bootstrap.ts";
import { postgresExecutor } from "../db/executor.ts";
import { runNodeTool } from "../db/node_tool.ts";
import { type Image, openImage } from "../db/serve_pglite.ts";
import { connect, createDatabase } from "../postgres/databases.ts";
import { findServers } from "../postgres/find_servers.ts";
import { installExtension } from "../postgres/install_extension.ts";
import { type PostgresServer, startPostgres } from "../postgres/start_postgres.ts";

/** A native database that `supabase db push` filled. */
export interface PushedDatabase {
  readonly url: string;
  readonly major: number;
  /** Whether plpgsql_check, which `db lint` needs, could be installed. */
  readonly canLint: boolean;
}

/** The databases that steps of one run share; each is made when it is first asked for. */
export class Ground {
  #image: Promise<Image> | undefined;
  #server: Promise<PostgresServer> | undefined;
  #pushed: Promise<PushedDatabase> | undefined;

  /** An in-memory database; the step that verifies migrations leaves them applied. */
  image(): Promise<Image> {
    return this.#image ??= openImage();
  }

  /** A native database with all migrations, pushed by the Supabase CLI; rejects when that fails. */
  pushed(): Promise<PushedDatabase> {
    return this.#pushed ??= this.#push();
  }

  async #push(): Promise<PushedDatabase> {
    const [found] = findServers();
    this.#server = startPostgres(found === undefined ? {} : { major: found.major });
    const server = await this.#server;
    const { url, name } = await createDatabase(server.url);
    const sql = connect(url);
    try {
      const executor = postgresExecutor(sql);
      await bootstrap(executor);
      await installExtension(executor, "pgmq", server.programs);
      const lint = "create extension if not exists plpgsql_check with schema extensions";
      const canLint = await executor.exec(lint).then(() => true, () => false);
      // As on a hosted project, where extensions are on everybody's path.
      const path = `alter database "${name}" set search_path = "$user", public, extensions`;
      await executor.exec(path);
      await pushMigrations(url);
      return { url, major: server.major, canLint };
    } finally {
      await sql.end({ timeout: 1 });
    }
  }

  /** Stops what was started. */
  async close(): Promise<void> {
    await (await this.#image?.catch(() => undefined))?.close();
    await (await this.#server?.catch(() => undefined))?.stop();
  }
}

/** Pushes with the Supabase CLI; throws with what it said when it fails. Returns what it said. */
export async function pushMigrations(url: string): Promise<string> {
  const result = await runNodeTool("supabase", ["db", "push", `--remote=${url}`, "--yes"]);
  const said = `${result.stdout}\n${result.stderr}`.trim();
  if (result.code !== 0) throw new Error(said);
  return said;
}
