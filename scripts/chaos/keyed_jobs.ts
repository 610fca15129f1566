import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "postgres";

const tenant = "00000000-0000-0000-0000-00000000c0de";
const keysOfOne = Array.from({ length: 40 }, (_, nth) => `one-${nth}`);
const keysOfThree = Array.from({ length: 20 }, (_, nth) => `three-${nth}`);
const index = "never_two_at_once";

/** Registers types with keys and a rate, and lets an index refuse what the engine must never do. */
export async function layKeys(owner: Sql): Promise<void> {
  await owner`select api.register_job_type('chaos.strict', max_attempts => 100, key_strict => true,
    retry_base_ms => 1, retry_max_ms => 50)`;
  await owner`select api.register_job_type('chaos.three', max_attempts => 100, key_limit => 3)`;
  await owner`select api.set_limit('type', 'chaos.rated', rate_count => 5, rate_seconds => 1)`;
  const [row] = await owner`
    select array_agg(cogo.limit_hash('key', ${tenant}::uuid, name))::text as hashes
    from unnest(${keysOfOne}::text[]) as key (name)`;
  await owner.unsafe(
    `create unique index ${index} on cogo.held (key_hash) where key_hash = any ('${row?.hashes}'::uuid[])`,
  );
}

/** The body of the nth job: of ten jobs three have a key, one a rate, the others nothing. */
export function bodyOf(nth: number): Record<string, string | number | { nth: number }> {
  const kinds: Record<number, Record<string, string>> = {
    0: { type: "chaos.job", concurrency_key: keysOfOne[nth / 10 % 20]! },
    1: { type: "chaos.strict", concurrency_key: keysOfOne[20 + (nth - 1) / 10 % 20]! },
    2: { type: "chaos.three", concurrency_key: keysOfThree[(nth - 2) / 10 % 20]! },
    3: { type: "chaos.rated" },
  };
  return {
    type: "chaos.job",
    idempotency_key: `chaos-${nth}`,
    tenant_id: tenant,
    payload: { nth },
    max_attempts: 100,
    ...kinds[nth % 10],
  };
}

/** What limits came to. */
export interface KeyVerdict {
  readonly keyed_jobs: number;
  readonly rated_jobs: number;
  /** Second holds of a key of one, which the index refused. */
  readonly two_at_once: number;
  /** Jobs of strict keys that ended before one that was enqueued earlier. */
  readonly out_of_order: number;
  /** Held, parked and queued rows that are left when everything has ended. */
  readonly permits_left: number;
}

/** Held, parked and queued rows: none may be left when everything has ended. */
export async function permitsLeft(owner: Sql): Promise<number> {
  const [row] = await owner`
    select (
      (select count(*) from cogo.held) + (select count(*) from cogo.parked) +
      (select count(*) from cogo.key_queue)
    )::int as permits`;
  return Number(row?.permits);
}

/** Jobs of strict keys that ended before one that was enqueued earlier. */
export async function outOfOrder(owner: Sql): Promise<number> {
  const [row] = await owner`
    select count(*)::int as jobs from (
      select final.finished_at, lag(final.finished_at) over (
        partition by job.concurrency_key order by job.id
      ) as before
      from cogo.jobs as job join cogo.attempts as final on final.job_id = job.id and final.final
      where job.type = 'chaos.strict'
    ) as ended where finished_at < before`;
  return Number(row?.jobs);
}

/** Looks at keys and permits once everything has ended. */
export async function judgeKeys(owner: Sql, serverLog: string): Promise<KeyVerdict> {
  const [row] = await owner`
    select
      (select count(*) from cogo.jobs where concurrency_key is not null)::int as keyed_jobs,
      (select count(*) from cogo.jobs where type = 'chaos.rated')::int as rated_jobs`;
  const two_at_once = serverLog.split(`violates unique constraint "${index}"`).length - 1;
  return {
    keyed_jobs: Number(row?.keyed_jobs),
    rated_jobs: Number(row?.rated_jobs),
    two_at_once,
    out_of_order: await outOfOrder(owner),
    permits_left: await permitsLeft(owner),
  };
}

/** Looks every half a second, until `stopped`, whether more is held than limits allow. */
export async function watchLimits(
  ask: <T>(body: (sql: Sql) => Promise<T>) => Promise<T>,
  stopped: () => boolean,
): Promise<string[]> {
  const found = new Set<string>();
  while (!stopped()) {
    const rows = await ask((sql) => sql`select invariant, problem from cogo.verify_limits()`);
    for (const { invariant, problem } of rows) found.add(`${invariant}: ${problem}`);
    await pause(500);
  }
  return [...found];
}
