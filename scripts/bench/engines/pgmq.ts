import postgres from "postgres";
import type { Engine } from "./engine.ts";

/** Raw pgmq: send_batch (send for one), read with a visibility time of a minute, archive. */
export async function openPgmq(url: string): Promise<Engine> {
  const sql = postgres(url, { max: 1, max_lifetime: null, onnotice: () => {} });
  await sql`create extension if not exists pgmq`;
  await sql`select pgmq.create('bench')`;
  const [session] = await sql`select pg_backend_pid() as pid`;
  return {
    name: "pgmq",
    backend: Number(session?.pid),
    enqueue: async (payloads) => {
      const [first] = payloads;
      if (payloads.length === 1 && first) {
        await sql`select * from pgmq.send('bench', ${sql.json({ ...first })}::jsonb)`;
        return;
      }
      const messages = payloads.map((payload) => JSON.stringify(payload));
      await sql`select * from pgmq.send_batch('bench', ${messages}::text[]::jsonb[])`;
    },
    claim: async (want) => {
      const rows = await sql`select * from pgmq.read('bench', 60, ${want}::int)`;
      return { count: rows.length, ids: rows.map((row) => String(row.msg_id)) };
    },
    complete: async ({ ids }) => {
      const [only] = ids;
      if (ids.length === 1 && only !== undefined) {
        await sql`select pgmq.archive('bench', ${only}::bigint)`;
        return;
      }
      await sql`select * from pgmq.archive('bench', ${[...ids]}::bigint[])`;
    },
    close: () => sql.end({ timeout: 1 }),
  };
}
