import { makeWorkerUtils } from "graphile-worker";
import postgres from "postgres";
import type { Engine } from "./engine.ts";

// The statements of graphile-worker 0.17.3 itself (dist/sql/getJobs.js and completeJobs.js, named
// queues on as by default; jobs without a queue), prepared as its worker prepares them.
const getJobs = (limit: number) => `
with j as (
  select jobs.job_queue_id, jobs.priority, jobs.run_at, jobs.id
  from graphile_worker._private_jobs as jobs
  where jobs.is_available = true and run_at <= now() and task_id = any($2::int[])
    and (
      jobs.job_queue_id is null
      or jobs.job_queue_id in (
        select id from graphile_worker._private_job_queues as job_queues
        where job_queues.is_available = true for update skip locked
      )
    )
  order by priority asc, run_at asc limit ${limit} for update skip locked
),
q as (
  update graphile_worker._private_job_queues as job_queues
  set locked_by = $1::text, locked_at = now() from j where job_queues.id = j.job_queue_id
)
update graphile_worker._private_jobs as jobs
set attempts = jobs.attempts + 1, locked_by = $1::text, locked_at = now()
from j where jobs.id = j.id
returning *`;

const completeOne = "delete from graphile_worker._private_jobs as jobs where id = $1::bigint";
const completeMany =
  "delete from graphile_worker._private_jobs as jobs using unnest($1::bigint[]) n(n) where id = n";

/** graphile-worker: its own add_jobs (add_job for one) and the statements its worker sends. */
export async function openGraphileWorker(url: string): Promise<Engine> {
  const tools = await makeWorkerUtils({ connectionString: url });
  await tools.migrate();
  await tools.addJob("bench", {});
  await tools.release();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const [task] = await sql`
    select id from graphile_worker._private_tasks where identifier = 'bench'`;
  await sql`delete from graphile_worker._private_jobs`;
  const [session] = await sql`select pg_backend_pid() as pid`;
  const run = (text: string, params: unknown[]) =>
    sql.unsafe(text, params as never[], { prepare: true });
  return {
    name: "graphile-worker",
    backend: Number(session?.pid),
    enqueue: async (payloads) => {
      const [first] = payloads;
      if (payloads.length === 1 && first) {
        await sql`select * from graphile_worker.add_job('bench', ${sql.json({ ...first })}::json)`;
        return;
      }
      const specs = payloads.map((payload) => ({ identifier: "bench", payload: { ...payload } }));
      await sql`
        select * from graphile_worker.add_jobs(array(
          select json_populate_recordset(null::graphile_worker.job_spec, ${sql.json(specs)}::json)
        ))`;
    },
    claim: async (want) => {
      const rows = await run(getJobs(want), ["bench-worker", [Number(task?.id)]]);
      return { count: rows.length, ids: rows.map((row) => String(row.id)) };
    },
    complete: async ({ ids }) => {
      if (ids.length === 1) await run(completeOne, [ids[0]]);
      else await run(completeMany, [[...ids]]);
    },
    close: () => sql.end({ timeout: 1 }),
  };
}
