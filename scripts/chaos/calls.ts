import type { Row, Sql } from "postgres";

/** A job in a worker's hands. Numbers are texts, as the driver gives 64-bit ones. */
export interface Hold {
  readonly job_id: string;
  readonly fence: string;
  readonly attempt: number;
}

/** How a call answered for one job. */
export interface Outcome {
  readonly job_id: string;
  readonly outcome: string;
}

type Json = Parameters<Sql["json"]>[0];

/** Enqueues jobs in one call; answers their ids in the order given. */
export async function enqueue(sql: Sql, jobs: readonly Json[]): Promise<string[]> {
  const rows = await sql`select * from api.enqueue_jobs(${sql.json([...jobs])}::jsonb)`;
  return rows.map((row) => String(row.job_id));
}

/** `count` plain jobs of one type, a call for each 1,000; answers their ids. */
export async function enqueueMany(sql: Sql, count: number, more: object = {}): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    const size = Math.min(1000, count - ids.length);
    const jobs = Array.from({ length: size }, (_, nth) => ({
      type: "chaos.job",
      payload: { nth: ids.length + nth },
      ...more,
    }));
    ids.push(...await enqueue(sql, jobs));
  }
  return ids;
}

/** Claims up to `want` jobs, started at once unless told otherwise. */
export async function claim(
  sql: Sql,
  want: number,
  worker = "chaos",
  start = true,
): Promise<Hold[]> {
  const rows = await sql`
    select job_id, fence, attempt from api.claim_jobs(${worker}, ${want}::int, 'default', ${start})`;
  return rows.map((row) => ({
    job_id: String(row.job_id),
    fence: String(row.fence),
    attempt: Number(row.attempt),
  }));
}

const outcomes = (rows: readonly Row[]): Outcome[] =>
  rows.map((row) => ({ job_id: String(row.job_id), outcome: String(row.outcome) }));

/** Completes holds by the typed call. */
export async function complete(sql: Sql, holds: readonly Hold[]): Promise<Outcome[]> {
  const ids = holds.map((hold) => hold.job_id);
  const fences = holds.map((hold) => hold.fence);
  const rows = await sql`select * from api.complete(${ids}::bigint[], ${fences}::bigint[])`;
  return outcomes(rows);
}

/** Fails holds with an error of the given class; `retryIn` seconds until the next try. */
export async function fail(
  sql: Sql,
  holds: readonly Hold[],
  kind: "transient" | "permanent",
  retryIn = 0,
): Promise<Outcome[]> {
  const failures = holds.map(({ job_id, fence }) => ({
    job_id: Number(job_id),
    fence: Number(fence),
    error: { class: kind, message: "chaos" },
    ...(kind === "transient" ? { retry_in_seconds: retryIn } : {}),
  }));
  const rows = await sql`select * from api.fail_jobs(${sql.json(failures)}::jsonb)`;
  return outcomes(rows);
}

/** Gives holds back. */
export async function release(sql: Sql, holds: readonly Hold[]): Promise<Outcome[]> {
  const jobs = holds.map(({ job_id, fence }) => ({ job_id: Number(job_id), fence: Number(fence) }));
  const rows = await sql`select * from api.release_jobs(${sql.json(jobs)}::jsonb)`;
  return outcomes(rows);
}

/** Starts assigned holds. */
export async function start(sql: Sql, holds: readonly Hold[]): Promise<Outcome[]> {
  const jobs = holds.map(({ job_id, fence }) => ({ job_id: Number(job_id), fence: Number(fence) }));
  const rows = await sql`select * from api.start_jobs(${sql.json(jobs)}::jsonb)`;
  return outcomes(rows);
}

/** Cancels jobs. */
export async function cancel(sql: Sql, ids: readonly string[], hard: boolean): Promise<Outcome[]> {
  const rows = await sql`select * from api.cancel_jobs(${[...ids]}::bigint[], ${hard})`;
  return outcomes(rows);
}

/** Renews claims; true for each fence that lives. */
export async function renew(sql: Sql, fences: readonly string[]): Promise<boolean[]> {
  const rows = await sql`select * from api.renew_claims(${[...fences]}::bigint[])`;
  return rows.map((row) => row.lease_expires_at !== null);
}
