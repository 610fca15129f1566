import assert from "@std/assert";
import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { join } from "@std/path";
import type { Sql } from "postgres";
import { connect, createDatabase } from "../postgres/databases.ts";
import { findServers, prefixOf, type ServerPrograms } from "../postgres/find_servers.ts";
import { startPostgres } from "../postgres/start_postgres.ts";
import { migrateUrl } from "./migrate_url.ts";

// pg_cron ticks on the minute; what is above that is for a machine that is busy.
const patienceMs = 180_000;
const schedules = "select name, cron from cogo.schedule_list() order by name";
const installed = `select jobname as name, schedule as cron, command, active, database, username
  from cron.job order by jobname`;

function hasCron(programs: ServerPrograms): boolean {
  const files = ["pg_cron.so", "pg_cron.dylib"];
  const folders = ["lib", "lib/postgresql"].map((name) => join(prefixOf(programs), name));
  return folders.some((folder) => files.some((file) => existsSync(join(folder, file))));
}

/** Runs `work` on a server whose pg_cron looks after the database it gets, which has our schema. */
async function withCron(major: number, work: (sql: Sql, url: string) => Promise<void>) {
  const server = await startPostgres({ major, settings: { "cron.host": "127.0.0.1" } });
  const sql = connect(server.url); // the database `postgres`, as cron.database_name says by default
  try {
    await migrateUrl(server.url, { programs: server.programs });
    await sql`create extension pg_cron`;
    await work(sql, server.url);
  } finally {
    await sql.end({ timeout: 1 });
    await server.stop();
  }
}

async function untilTick(sql: Sql): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const runs = await sql`select status, return_message, command from cron.job_run_details`;
    const bad = runs.filter(({ status }) => status === "failed");
    assert.deepEqual(bad, [], "no run of a schedule fails");
    const [left] = await sql`select count(*)::int as jobs from cogo.waiting`;
    const swept = runs.some((run) => run.status === "succeeded" && /sweep/.test(run.command));
    if (swept && left?.jobs === 0) return;
    assert.ok(Date.now() < end, `pg_cron did not tick: ${JSON.stringify([...runs])}`);
    await pause(250);
  }
}

const able = findServers().filter(hasCron).map(({ major }) => major);

if (able.length === 0) {
  const name = "schedules: a tick of pg_cron sweeps (no Postgres of this machine has pg_cron)";
  Deno.test({ name, ignore: true, fn: () => {} });
}

for (const major of able) {
  Deno.test(`schedules: a tick of pg_cron on postgres ${major} sweeps; installing twice adds nothing`, async () => {
    await withCron(major, async (sql, url) => {
      const wanted = [...await sql.unsafe(schedules)];
      // Due before the first tick, and nobody claims: only the clock can promote it.
      await sql`select api.enqueue_job('demo.due', run_at => clock_timestamp() + interval '0.1 s')`;

      const [answer] = await sql`select cogo.install_schedules() as count`;
      assert.equal(answer?.count, wanted.length);
      const rows = [...await sql.unsafe(installed)];
      assert.deepEqual(rows.map(({ name, cron }) => ({ name, cron })), wanted);
      for (const { name, command, active, database, username } of rows) {
        assert.equal(command, `select cogo.run_schedule('${name}')`);
        assert.deepEqual([active, database, username], [true, "postgres", "postgres"]);
      }
      await sql`select cogo.install_schedules()`;
      assert.deepEqual([...await sql.unsafe(installed)], rows);

      const bare = await createDatabase(url);
      await migrateUrl(bare.url);
      const other = connect(bare.url);
      try {
        const refusal = { code: "PT503", detail: "cron_missing" };
        await assert.rejects(other`select cogo.install_schedules()`, refusal);
      } finally {
        await other.end({ timeout: 1 });
      }

      await untilTick(sql);
      assert.deepEqual([...await sql`select * from cogo.verify()`], []);
      const states = await sql`select state from cogo.job_states`;
      assert.deepEqual(states.map(({ state }) => state), ["queued"]);
    });
  });
}
