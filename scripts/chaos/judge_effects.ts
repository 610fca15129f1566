import type { Sql } from "postgres";

/** What a run of chaos left behind. */
export interface Verdict {
  readonly jobs: number;
  /** Acknowledged jobs that are not there. */
  readonly lost: number;
  /** Jobs without a final attempt. */
  readonly open: number;
  /** Jobs with more than one final attempt. */
  readonly ended_twice: number;
  /** Successful attempts whose effect is missing, by job and fence. */
  readonly without_effect: number;
  /** Effects that stand more than once under one fence. */
  readonly effect_twice: number;
  /** Effects under a fence that no attempt of the job has. */
  readonly effect_without_attempt: number;
  readonly attempts: number;
  readonly lease_expired: number;
}

/** Compares jobs, attempts, effects and what the producers were told. */
export async function judgeEffects(sql: Sql, acknowledged: readonly string[]): Promise<Verdict> {
  const [row] = await sql`
    with finals as (
      select job_id, count(*) as ends from cogo.attempts where final group by job_id
    ),
    effects as (
      select job_id, fence, count(*) as times from public.effects group by job_id, fence
    )
    select
      (
        select count(*) from cogo.jobs
        where type in ('chaos.job', 'chaos.strict', 'chaos.three', 'chaos.rated')
      )::int as jobs,
      (
        select count(*) from unnest(${[...acknowledged]}::bigint[]) as told (id)
        where not exists (select from cogo.jobs as job where job.id = told.id)
      )::int as lost,
      (
        select count(*) from cogo.jobs as job
        where not exists (select from finals where finals.job_id = job.id)
      )::int as open,
      (select count(*) from finals where ends > 1)::int as ended_twice,
      (
        select count(*) from cogo.attempts as ended where ended.outcome = 'succeeded' and not exists (
          select from effects where effects.job_id = ended.job_id and effects.fence = ended.fence
        )
      )::int as without_effect,
      (select count(*) from effects where times > 1)::int as effect_twice,
      (
        select count(*) from effects where not exists (
          select from cogo.attempts as ended
          where ended.job_id = effects.job_id and ended.fence = effects.fence
        )
      )::int as effect_without_attempt,
      (select count(*) from cogo.attempts)::int as attempts,
      (select count(*) from cogo.attempts where outcome = 'lease_expired')::int as lease_expired`;
  return row as unknown as Verdict;
}

/** Whether nothing was lost and nothing happened twice. */
export function isClean(verdict: Verdict): boolean {
  const { lost, open, ended_twice, without_effect, effect_twice, effect_without_attempt } = verdict;
  return lost + open + ended_twice + without_effect + effect_twice + effect_without_attempt === 0;
}
