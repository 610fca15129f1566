import postgres from "postgres";
import type { Engine, Taken } from "./engine.ts";

/** Settings of {@link openCogo}. */
export interface CogoOptions {
  /** Give every job an idempotency key of its own. */
  readonly keyed?: boolean;
}

const sweepEveryMs = 2000;

/** Our engine, called as the gateway calls it: schema api, role service_role, one session. */
export async function openCogo(url: string, options: CogoOptions = {}): Promise<Engine> {
  const sql = postgres(url, { max: 1, max_lifetime: null, onnotice: () => {} });
  await sql`select set_config('request.jwt.claims', '{"role": "service_role"}', false)`;
  await sql`set role service_role`;
  const [session] = await sql`select pg_backend_pid() as pid`;
  let swept = performance.now();
  const keyOf = (serial: number) => options.keyed ? { idempotency_key: `bench-${serial}` } : {};
  return {
    name: "cogo",
    backend: Number(session?.pid),
    enqueue: async (payloads) => {
      const jobs = payloads.map((payload) => ({
        type: "bench.job",
        payload: { ...payload },
        ...keyOf(payload.serial),
      }));
      await sql`select * from api.enqueue_jobs(${sql.json(jobs)}::jsonb)`;
    },
    claim: async (want) => {
      const rows = await sql`
        select * from api.claim_jobs('bench', ${want}::int, 'default', true)`;
      const ids = rows.map((row) => String(row.job_id));
      return { count: ids.length, ids, fences: rows.map((row) => String(row.fence)) };
    },
    complete: async ({ ids, fences }: Taken) => {
      await sql`select * from api.complete(${[...ids]}::bigint[], ${[...fences ?? []]}::bigint[])`;
    },
    keepHouse: async () => {
      if (performance.now() - swept < sweepEveryMs) return;
      swept = performance.now();
      await sql`select cogo.sweep()`;
    },
    close: () => sql.end({ timeout: 1 }),
  };
}
