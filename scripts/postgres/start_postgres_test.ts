import assert from "@std/assert";
import postgres from "postgres";
import { findServers } from "./find_servers.ts";
import { startPostgres } from "./start_postgres.ts";

for (const { major, source } of findServers()) {
  Deno.test(`postgres ${major} (${source}): committed rows outlive kill -9 and a restart`, async () => {
    const server = await startPostgres({ major });
    try {
      const first = postgres(server.url, { max: 1, onnotice: () => {} });
      await first`create table kept (id int)`;
      await first`insert into kept values (1), (2)`;
      const [version] = await first`show server_version_num`;
      assert.equal(Math.floor(Number(version?.server_version_num) / 10000), major);
      const dropped = first.end({ timeout: 1 });
      await server.kill9();
      await dropped;
      await server.restart();
      const second = postgres(server.url, { max: 1 });
      assert.equal((await second`select * from kept`).length, 2);
      await second.end();
    } finally {
      await server.stop();
    }
    await assert.rejects(Deno.stat(server.dataDir), Deno.errors.NotFound);
  });
}

Deno.test("postgres: a major version that is not there is refused with the ones that are", async () => {
  await assert.rejects(startPostgres({ major: 9 }), /Cannot find a Postgres 9 .*found: /);
});
