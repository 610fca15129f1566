import type { Sql } from "postgres";
import { claim, complete, enqueue } from "../chaos/calls.ts";
import { pause } from "../chaos/random.ts";
import { median } from "./statistics.ts";

/** One part of the fairness bench. */
export interface FairnessCase {
  readonly name: string;
  /** Jobs that the noisy tenant has waiting before the others begin. */
  readonly flood: number;
  /** `fair_window` of the lane; null = first in, first out. */
  readonly window: number | null;
}

/** How long the jobs of the twenty quiet tenants waited from enqueue to start, in milliseconds. */
export interface Waits {
  readonly name: string;
  readonly jobs: number;
  readonly p50: number;
  readonly p95: number;
  /** How long the worker took for a batch of 50, claim and completion included. */
  readonly batchMillis: number;
}

const tenantOf = (nth: number) => `00000000-0000-0000-0000-${String(nth).padStart(12, "0")}`;
const workMillis = 40;

async function flood(sql: Sql, jobs: number): Promise<void> {
  for (let sent = 0; sent < jobs; sent += 1000) {
    const size = Math.min(1000, jobs - sent);
    await enqueue(
      sql,
      Array.from({ length: size }, () => ({ type: "noise.job", tenant_id: tenantOf(999) })),
    );
  }
}

/** A worker that takes 50 jobs, works on them for a while and completes them; tells how long each batch took. */
async function work(sql: Sql, stopped: () => boolean): Promise<number[]> {
  const batches: number[] = [];
  while (!stopped()) {
    const began = performance.now();
    const holds = await claim(sql, 50, "bench");
    if (holds.length === 0) {
      await pause(10);
      continue;
    }
    await pause(workMillis);
    await complete(sql, holds);
    if (holds.length === 50) batches.push(performance.now() - began);
  }
  return batches;
}

async function keepHouse(sql: Sql, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    await sql`select cogo.sweep()`;
    await pause(2000);
  }
}

async function trickle(sql: Sql, stopped: () => boolean): Promise<void> {
  for (let nth = 0; !stopped(); nth++) {
    await enqueue(sql, [{ type: "quiet.job", tenant_id: tenantOf(1 + nth % 20) }]);
    await pause(50);
  }
}

/** Runs one part for `seconds` in a database of its own. */
export async function measureWaits(
  open: () => Promise<Sql>,
  seconds: number,
  one: FairnessCase,
): Promise<Waits> {
  const [owner, worker, keeper, sender] = [await open(), await open(), await open(), await open()];
  try {
    await owner`select api.set_fairness('default', ${one.window}::int)`;
    await flood(owner, one.flood);
    await owner`select cogo.sweep()`;
    const until = performance.now() + seconds * 1000;
    const stopped = () => performance.now() > until;
    const [batches] = await Promise.all([
      work(worker, stopped),
      keepHouse(keeper, stopped),
      trickle(sender, stopped),
    ]);
    await owner`reset role`;
    // Jobs that have not started wait until now: leaving them out would flatter a lane that starves them.
    const [row] = await owner`
      select count(*)::int as jobs,
        percentile_cont(0.5) within group (order by waited) as p50,
        percentile_cont(0.95) within group (order by waited) as p95
      from (
        select 1000 * extract(epoch from coalesce(ended.claimed_at, claim.claimed_at, clock_timestamp()) - job.created_at) as waited
        from cogo.jobs as job
        left join cogo.attempts as ended on ended.job_id = job.id
        left join cogo.held on held.job_id = job.id
        left join cogo.claims as claim on claim.fence = held.fence
        where job.type = 'quiet.job'
      ) as waits`;
    return {
      name: one.name,
      jobs: Number(row?.jobs),
      p50: Number(row?.p50),
      p95: Number(row?.p95),
      batchMillis: median(batches) || workMillis,
    };
  } finally {
    await Promise.all([owner, worker, keeper, sender].map((sql) => sql.end({ timeout: 1 })));
  }
}
