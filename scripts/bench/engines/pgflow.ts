import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import postgres, { type Sql } from "postgres";
import type { Engine } from "./engine.ts";

const steps = new URL(
  "dist/supabase/migrations/",
  import.meta.resolve("@pgflow/core/package.json"),
);
const worker = "00000000-0000-4000-8000-000000000001";

// On Supabase realtime.send writes a row for each event; here it does nothing, which favours pgflow.
const realtime = `create schema realtime;
  create function realtime.send(payload jsonb, event text, topic text, private boolean default true)
  returns void language plpgsql as $$ begin end; $$`;

async function prepare(sql: Sql): Promise<void> {
  await sql`create extension if not exists pgmq`;
  await sql.unsafe(realtime);
  const folder = fileURLToPath(steps);
  for (const name of (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort()) {
    await sql.unsafe(await readFile(`${folder}${name}`, "utf8"));
  }
  await sql`select pgflow.create_flow('bench')`;
  await sql`select pgflow.add_step('bench', 'work')`;
  await sql`
    insert into pgflow.workers (worker_id, queue_name, function_name)
    values (${worker}, 'bench', 'bench')`;
}

/**
 * pgflow, a flow of one step: start_flow over an array; read_with_poll and start_tasks; complete_task
 * for all in one statement, where its own client sends one for each.
 */
export async function openPgflow(url: string): Promise<Engine> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await prepare(sql);
  const [session] = await sql`select pg_backend_pid() as pid`;
  return {
    name: "pgflow",
    backend: Number(session?.pid),
    share: 0.1,
    enqueue: async (payloads) => {
      const inputs = payloads.map((payload) => JSON.stringify(payload));
      await sql`
        select pgflow.start_flow('bench', item.input)
        from unnest(${inputs}::text[]::jsonb[]) as item (input)`;
    },
    claim: async (want) => {
      const messages =
        await sql`select * from pgmq.read_with_poll('bench', 60, ${want}::int, 1, 10)`;
      const ids = messages.map((message) => String(message.msg_id));
      const tasks = await sql`
        select * from pgflow.start_tasks('bench', ${ids}::bigint[], ${worker}::uuid)`;
      return { count: tasks.length, ids: tasks.map((task) => String(task.run_id)) };
    },
    complete: async ({ ids }) => {
      await sql`
        select pgflow.complete_task(item.run_id, 'work', 0, '{}')
        from unnest(${[...ids]}::uuid[]) as item (run_id)`;
    },
    close: () => sql.end({ timeout: 1 }),
  };
}
