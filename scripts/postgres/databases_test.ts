import assert from "@std/assert";
import { bootstrap } from "../db/bootstrap.ts";
import { postgresExecutor } from "../db/executor.ts";
import { connect, freshDatabases } from "./databases.ts";
import { findServers } from "./find_servers.ts";
import { installExtension } from "./install_extension.ts";
import { startPostgres } from "./start_postgres.ts";

const queue = "select pgmq.create('tried'), pgmq.send('tried', '{}')";

for (const { major } of findServers().slice(0, 1)) {
  Deno.test("postgres: pgmq and pgtap come as extensions or as scripts, and copies are fresh", async () => {
    const server = await startPostgres({ major });
    try {
      for (const programs of [undefined, server.programs]) {
        const fresh = freshDatabases(server.url, async (url) => {
          const sql = connect(url);
          const executor = postgresExecutor(sql);
          await bootstrap(executor);
          for (const name of ["pgmq", "pgtap"] as const) {
            await installExtension(executor, name, programs);
            await installExtension(executor, name, programs);
          }
          await sql.end();
        });
        for (const database of [await fresh(), await fresh()]) {
          const sql = connect(database.url);
          await sql.unsafe(queue);
          const [seen] = await sql`select count(*)::int as messages from pgmq.q_tried`;
          assert.equal(seen?.messages, 1);
          await sql.unsafe("set search_path = extensions, public; select plan(1)");
          await sql.end();
          await database.drop();
        }
      }
    } finally {
      await server.stop();
    }
  });
}
