import type { Sql } from "postgres";
import { z } from "zod";
import type { Hold } from "./calls.ts";

const place = z.object({ saga: z.number(), step: z.string(), item: z.number().default(-1) });
const payload = z.object({ input: place.optional(), fails: z.boolean().default(false) })
  .and(place.partial());

/** A job in a worker's hands with what it says. */
export interface Work extends Hold {
  readonly type: string;
  readonly payload: z.output<typeof payload>;
}

/** Claims and starts up to `want` jobs with their payloads. */
export async function claimWork(sql: Sql, want: number, worker: string): Promise<Work[]> {
  const rows = await sql`
    select job_id, fence, attempt, type, payload
    from api.claim_jobs(${worker}, ${want}::int, 'default', true)`;
  return rows.map((row) => ({
    job_id: String(row.job_id),
    fence: String(row.fence),
    attempt: Number(row.attempt),
    type: String(row.type),
    payload: payload.parse(row.payload),
  }));
}

/** Whether a job is one that refuses for good, so that its saga is undone. */
export const isToFail = ({ type, payload }: Work): boolean => type === "chaos.act" && payload.fails;

/** Lays the table of what jobs did. */
export async function layEffects(owner: Sql): Promise<void> {
  await owner`
    create table public.effects (
      job_id bigint, fence bigint, worker text, role text, saga integer, step text, item integer
    )`;
  await owner`grant insert on public.effects to service_role`;
}

/**
 * What jobs "do": a row for each job and fence, in a table without keys, so that nothing but the
 * engine keeps an effect from happening twice under one fence.
 */
export async function recordEffects(
  sql: Sql,
  works: readonly Work[],
  worker: string,
): Promise<void> {
  const rows = works.map(({ job_id, fence, type, payload }) => {
    const { saga = null, step = null, item = -1 } = payload.input ?? payload;
    return { job_id, fence, worker, role: type.replace("chaos.", ""), saga, step, item };
  });
  await sql`insert into public.effects ${sql(rows)}`;
}
