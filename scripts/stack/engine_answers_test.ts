import assert from "node:assert/strict";
import { createClient } from "@supabase/supabase-js";
import { messageV1 } from "../../functions/_shared/messages/mod.ts";
import { createDatabase } from "../postgres/databases.ts";
import { findServers } from "../postgres/find_servers.ts";
import { startPostgres } from "../postgres/start_postgres.ts";
import { layPreparedData } from "./prepared_data.ts";
import { silent } from "./progress.ts";
import { startStack } from "./stack.ts";

/** Enqueues and claims a job by supabase-js and reads what comes back as a client would. */
async function readAnswers(databaseUrl?: string): Promise<void> {
  const dataFolder = await Deno.makeTempDir({ prefix: "cogo-answers-" });
  if (databaseUrl === undefined) await layPreparedData(dataFolder);
  const stack = await startStack({
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    port: 0,
    wirePort: 0,
    dataFolder,
    progress: silent,
  });
  try {
    const { url, secret_key } = stack.file;
    const client = createClient(url, secret_key, {
      db: { schema: "api" },
      auth: { persistSession: false, autoRefreshToken: false },
    });
    const call = async (name: string, args: object) => {
      const { data, error } = await client.rpc(name, args);
      assert.equal(error, null, `${name}: ${error?.message}`);
      return data;
    };
    const { job_id } = await call("enqueue_job", { type: "answers.read", payload: { page: 1 } });
    const [claimed] = await call("claim_jobs", { worker: "reader", start: true });
    assert.equal(claimed.job_id, job_id);
    assert.deepEqual(claimed.payload, { page: 1 });
    for (const time of [claimed.created_at, claimed.lease_expires_at]) {
      assert.match(time, /^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/);
      assert.ok(Math.abs(new Date(time).getTime() - Date.now()) < 300_000, time);
    }
    await call("complete_jobs", { results: [{ job_id, fence: claimed.fence }] });

    const events = await call("job_events", { job_id });
    const types = events.map((event: unknown) => messageV1.parse(event).type);
    assert.deepEqual(types, ["job_enqueued", "job_claimed", "job_started", "job_succeeded"]);
    assert.deepEqual(await stack.database.executor.query("select * from cogo.verify()"), []);
  } finally {
    await stack.close();
    await Deno.remove(dataFolder, { recursive: true });
  }
}

const settings = { sanitizeOps: false, sanitizeResources: false };

Deno.test(
  "job events pass MESSAGE_SCHEMA_V1 as supabase-js gets them, and times parse",
  settings,
  () => readAnswers(),
);

Deno.test("the same over native Postgres (--db)", {
  ...settings,
  ignore: findServers().length === 0,
}, async () => {
  const server = await startPostgres();
  const { url, drop } = await createDatabase(server.url);
  try {
    await readAnswers(url);
  } finally {
    await drop();
    await server.stop();
  }
});
